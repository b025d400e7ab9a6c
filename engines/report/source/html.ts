import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node

/** Elements whose content is not part of what a reader sees as the text. */
const DROPPED = new Set(
  'head script style noscript template nav svg math iframe object select option button textarea audio video canvas'.split(
    ' ',
  ),
)
/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)

/** The visible text of a page: one line a block, white space folded, entities decoded. */
export function readHtml(html: string): string {
  const lines: string[] = []
  let line = ''
  const endLine = () => {
    const words = line.replace(/[ \t\r\n\f\u00a0\u200b]+/g, ' ').trim()
    if (words !== '') lines.push(words)
    line = ''
  }
  // a stack, not recursion: pages exist with thousands of nested elements
  const stack: { node: Node; leave: boolean }[] = [{ node: parse(html), leave: false }]
  while (stack.length > 0) {
    const { node, leave } = stack.pop()!
    const name = node.nodeName
    if (leave) {
      if (BLOCKS.has(name)) endLine()
      else if (name === 'td' || name === 'th') line += ' '
      continue
    }
    if (name === '#text') {
      line += (node as DefaultTreeAdapterTypes.TextNode).value
      continue
    }
    if (DROPPED.has(name) || isHidden(node)) continue
    if (name === 'br' || BLOCKS.has(name)) endLine()
    if (!('childNodes' in node)) continue
    stack.push({ node, leave: true })
    for (let i = node.childNodes.length - 1; i >= 0; i--)
      stack.push({ node: node.childNodes[i]!, leave: false })
  }
  endLine()
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`
}

function isHidden(node: Node): boolean {
  if (!('attrs' in node)) return false
  return node.attrs.some(
    ({ name, value }) =>
      name === 'hidden' || (name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(value)),
  )
}

/** The charset that a page declares in its first 4 KB (HTML Standard, 13.2.3.2 prescan). */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const opening = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(opening)?.[1]
}
