import { SaxesParser } from 'saxes'

/** An element of an XML file, without its namespace: DMN 1.1 to 1.5 differ in that alone, as far as is read here. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

export class XmlProblem extends Error {
  readonly line: number
  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
}

/** Elements of a diagram and of other tools are left out. */
const MODEL = /\/DMN\/|\/dmn\/|\/TestCase|\/testcase/

/** @throws XmlProblem */
export function readXml(
  source: string,
  keep: (uri: string) => boolean = (uri) => MODEL.test(uri),
): XmlElement {
  type Open = {
    name: string
    attributes: Record<string, string>
    children: XmlElement[]
    text: string
    kept: boolean
  }
  const parser = new SaxesParser({ xmlns: true })
  const root: Open = { name: '', attributes: {}, children: [], text: '', kept: true }
  const open: Open[] = [root]
  parser.on('error', (error) => {
    throw new XmlProblem(error.message, parser.line)
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    const own: Record<string, string> = {}
    for (const attribute of Object.values(attributes)) own[attribute.local] = attribute.value
    open.push({ name: local, attributes: own, children: [], text: '', kept: keep(uri) })
  })
  const addText = (text: string) => {
    const last = open.at(-1)
    if (last) last.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const { kept, ...element } = open.pop() as Open
    if (kept) open.at(-1)?.children.push(element)
  })
  parser.write(source).close()
  const top = root.children[0]
  if (!top) throw new XmlProblem('empty', 1)
  return top
}

export const child = (element: XmlElement, ...names: readonly string[]): XmlElement | undefined =>
  element.children.find(({ name }) => names.includes(name))

export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((each) => each.name === name)

export const textOf = (element: XmlElement | undefined): string =>
  element ? (child(element, 'text')?.text ?? '') : ''
