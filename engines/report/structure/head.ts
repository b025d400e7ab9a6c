import type { Span } from '../types.ts'
import { labelOf } from './labels.ts'

/**
 * The head of a published report: the fields of 政府信息公开 (索引号, 发布机构, 成文日期 …), the furniture of the
 * web page it was copied from, and the title.
 */

export interface Head {
  readonly title: string
  readonly titleSpan: Span | undefined
  readonly fields: Record<string, string>
  /** Index of the first line of the body. */
  readonly bodyLine: number
}

/** The fields of 政府信息公开目录 and of news pages. Longer names first: 发文日期 before 日期. */
const FIELDS = [
  '信息所属单位',
  '信息索引号',
  '公开责任部门',
  '索引号',
  '主题分类',
  '发布机构',
  '发布日期',
  '发布时间',
  '发表时间',
  '成文日期',
  '生成日期',
  '公开方式',
  '公开范围',
  '公开日期',
  '组配分类',
  '发文机关',
  '发文日期',
  '发文字号',
  '文件编号',
  '有效性',
  '信息来源',
  '责任编辑',
  '浏览次数',
  '点击量',
  '阅读量',
  '文号',
  '标题',
  '名称',
  '来源',
  '作者',
  '时间',
  '日期',
  '编辑',
]
const FIELD = new RegExp(
  `(${FIELDS.join('|')})\\s*[:：]|^(${FIELDS.join('|')})(?:[ \\t\\u3000]+|(?=\\d))`,
  'g',
)
/** Navigation, font size switches and share buttons; single words only where they stand alone. */
const FURNITURE =
  /^(?:您的位置|您现在的位置|当前位置|【?字体|【?字号|分享到|扫一扫|【|(?:首页|返回|分享|打印|关闭|大|中|小|】|\[|\]|>+|›|\||微信|微博|政务信息|阅读量?)\s*$)/
const TITLE_END =
  /(?:报告|总结|计划|安排|要点|通报|公报|情况|打算|思路|总结和?.{0,12}(?:安排|计划|打算|要点)|报告[(（].{1,12}[)）])$/
const LONGEST_TITLE_LINE = 60
/** A title stands near the top; searching further would find sentences of the body. */
const SEARCHED_LINES = 60

export function readHead(text: string, lines: readonly Span[]): Head {
  const words = (i: number) => text.slice(lines[i]!.start, Math.min(lines[i]!.end, lines[i]!.start + 200))
  const searched = Math.min(lines.length, SEARCHED_LINES)
  const found = findTitle(searched, words)
  const fields: Record<string, string> = {}
  if (found === undefined) {
    let body = 0
    while (body < searched && isFurniture(words(body))) collectFields(words(body++), fields)
    return { title: '', titleSpan: undefined, fields, bodyLine: body }
  }
  const [first, last] = wholeTitle(found, searched, words)
  for (let i = 0; i < first; i++) collectFields(words(i), fields)
  let body = last + 1
  while (body < searched && isFurniture(words(body))) collectFields(words(body++), fields)
  const titleSpan = { start: lines[first]!.start, end: lines[last]!.end }
  return {
    title: text.slice(titleSpan.start, titleSpan.end).replace(/\s*\n\s*/g, ''),
    titleSpan,
    fields,
    bodyLine: body,
  }
}

/** A title may be set on two lines: …工作总结 / 和2024年工作安排, 关于… / …的报告. */
function wholeTitle(
  found: number,
  searched: number,
  words: (i: number) => string,
): [first: number, last: number] {
  const after = found + 1 < searched ? words(found + 1) : ''
  const goesOn = /^[和及暨与]/.test(after) || /^关于(?!.*报告$)/.test(words(found))
  if (goesOn && after.length < 40 && TITLE_END.test(after)) return [found, found + 1]
  const before = found > 0 ? words(found - 1) : ''
  const opens = /^关于/.test(before) && before.length < 40 && !/[。；：！？]$/.test(before)
  return opens ? [found - 1, found] : [found, found]
}

function findTitle(searched: number, words: (i: number) => string): number | undefined {
  let fallback: number | undefined
  for (let i = 0; i < searched; i++) {
    const line = words(i)
    if (labelOf(line)) break
    if (line.length > LONGEST_TITLE_LINE || /[。！？；，：:;]$/.test(line)) {
      if (line.length > LONGEST_TITLE_LINE && !isFurniture(line)) break
      continue
    }
    if (isFurniture(line)) continue
    if (TITLE_END.test(line)) return i
    if (fallback === undefined && !line.startsWith('——') && !line.startsWith('(')) fallback = i
  }
  return fallback
}

function isFurniture(line: string): boolean {
  if (line.startsWith('#')) return true
  if (line.length > 120) return false
  FIELD.lastIndex = 0
  const field = FIELD.exec(line)
  return field?.index === 0 || FURNITURE.test(line) || /^\d{4}-\d{2}-\d{2}/.test(line)
}

/** One line may hold several fields: `索引号: … 主题分类: 其他`. The first value that is not empty stays. */
function collectFields(line: string, fields: Record<string, string>): void {
  const found = [...line.matchAll(FIELD)]
  found.forEach((match, i) => {
    const name = match[1] ?? match[2]!
    const value = line.slice(match.index + match[0].length, found[i + 1]?.index ?? line.length).trim()
    if (!fields[name]) fields[name] = value
  })
}

const TAIL =
  /^(?:打印本页|关闭窗口|【?打印|【?关闭|分享|扫一扫|上一篇|下一篇|责任编辑|责编|返回顶部|版权所有|主办单位|承办单位|网站标识码|浏览次数|附件下载|相关链接)/

/** How many of the last lines are page furniture (打印本页 关闭窗口). */
export function tailLines(text: string, lines: readonly Span[]): number {
  let count = 0
  while (count < lines.length) {
    const line = lines[lines.length - 1 - count]!
    if (line.end - line.start > 60 || !TAIL.test(text.slice(line.start, line.end))) break
    count++
  }
  return count
}
