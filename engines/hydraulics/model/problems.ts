import type { SectionKey } from './sections/index.ts'
import type { Lang, Words } from './types.ts'

/**
 * Everything that can be wrong with a model, in one table. Codes are part of the public interface: programs may branch on
 * them, so they are never renamed.
 */
const PROBLEMS = {
  HYDRAULICS_SECTION: { zh: '没有这个段', en: 'there is no such section' },
  HYDRAULICS_OUTSIDE: { zh: '这一行不在任何段内', en: 'this line stands under no section' },
  HYDRAULICS_ITEMS: { zh: '这一行缺一项', en: 'the line lacks an item' },
  HYDRAULICS_EXTRA: {
    zh: '这一项多余，引擎不读',
    en: 'the item is one too many, the engine does not read it',
  },
  HYDRAULICS_LONG: {
    zh: '一行超过1023字节，引擎把其余的当作另一行',
    en: 'the line is longer than 1023 bytes; the engine takes the rest for a line of its own',
  },
  HYDRAULICS_NUMBER: { zh: '数值不对', en: 'the number is wrong' },
  HYDRAULICS_WORD: { zh: '认不出这个词', en: 'the word is not known' },
  HYDRAULICS_DATE: { zh: '日期不对', en: 'the date is wrong' },
  HYDRAULICS_TIME: { zh: '时间不对', en: 'the time is wrong' },
  HYDRAULICS_REFERENCE: { zh: '所指的对象没有定义', en: 'what it refers to is not defined' },
  HYDRAULICS_DOUBLE: { zh: '编号重复', en: 'the id is given twice' },
  HYDRAULICS_ORDER: { zh: '先后次序不对', en: 'the order is wrong' },
  HYDRAULICS_INTERVAL: {
    zh: '雨量计的记录间隔大于时间序列的间隔',
    en: 'the gage records less often than its time series',
  },
  HYDRAULICS_RULE: { zh: '控制规则读不懂', en: 'the control rule cannot be read' },
  HYDRAULICS_EXPRESSION: { zh: '算式读不懂', en: 'the formula cannot be read' },
  HYDRAULICS_ID: {
    zh: '引擎认不出这样写的编号',
    en: 'the engine does not find an id that is written so',
  },
  HYDRAULICS_FILE: { zh: '找不到这个文件', en: 'the file is not there' },
  HYDRAULICS_FORMAT: { zh: '认不出文件的格式', en: 'the form of the file is not known' },
  HYDRAULICS_NO_DATA: { zh: '文件里没有所要的数据', en: 'the file does not have what is wanted' },
  HYDRAULICS_VALUES: { zh: '各值彼此不合', en: 'the values do not fit each other' },
  HYDRAULICS_JOINED: { zh: '连接方式不对', en: 'the way in which links meet is wrong' },
  HYDRAULICS_OUTFALL_LINKS: { zh: '出水口必须恰好连一条管渠', en: 'an outfall must have exactly one link' },
  HYDRAULICS_NO_OUTLET: {
    zh: '管网没有出水口，水无处可去',
    en: 'the network has no outfall, the water cannot leave',
  },
  HYDRAULICS_NO_SHAPE: { zh: '没有断面', en: 'it has no cross-section' },
  HYDRAULICS_NO_CURVE: {
    zh: '水泵没有特性曲线，按理想泵计算（来多少抽多少）',
    en: 'the pump has no curve and lifts whatever arrives',
  },
  HYDRAULICS_SLOPE: { zh: '管渠逆坡', en: 'the conduit runs uphill' },
  HYDRAULICS_CROWN: {
    zh: '检查井深度低于管顶，引擎会自行加深',
    en: 'the node is less deep than the crown of a link; the engine deepens it',
  },
  HYDRAULICS_DEPTH: { zh: '初始水深超过最大深度', en: 'the initial depth is more than the maximum depth' },
  HYDRAULICS_LOOP: { zh: '管渠两端是同一节点', en: 'both ends of the link are the same node' },
  HYDRAULICS_LONE: { zh: '节点没有连接任何管渠', en: 'no link is joined to the node' },
  HYDRAULICS_UNITS: {
    zh: '没有写明流量单位，引擎按 CFS（英制）计算',
    en: 'no flow units are given; the engine takes CFS (US units)',
  },
} as const satisfies Record<string, Words>

export type ProblemCode = keyof typeof PROBLEMS
export const PROBLEM_CODES = Object.keys(PROBLEMS) as readonly ProblemCode[]

export interface Problem {
  readonly code: ProblemCode
  /** An error: the engine refuses the model. A warning: it runs, and may not do what is meant. */
  readonly level: 'error' | 'warning'
  /** Of a file beside the model, as the model writes its name: the line is one of it then. */
  readonly file?: string
  /** From 1; 0 where the whole file is meant. */
  readonly line: number
  readonly section: SectionKey | undefined
  readonly column?: Words
  /** The offending cell, or the id of what is meant. */
  readonly value?: string
  readonly expected?: Words
}

/** An error of a line. */
export const problemAt = (
  code: ProblemCode,
  section: SectionKey,
  line: number,
  value: string,
  expected?: Words,
): Problem => ({ code, level: 'error', line, section, value, ...(expected ? { expected } : {}) })

/** By the place where they stand: the model itself first, then file by file, each by its lines. */
export const byPlace = (a: Problem, b: Problem): number =>
  (a.file ?? '').localeCompare(b.file ?? '') || a.line - b.line

/** One sentence: line, section, column, value, what is wrong, what was expected, code. */
export function sayProblem(problem: Problem, lang: Lang): string {
  const { code, file, line, section, column, value, expected } = problem
  const zh = lang === 'zh'
  const place = [
    ...(file === undefined ? [] : [zh ? `“${file}”` : `"${file}"`]),
    line > 0 ? (zh ? `第${line}行` : `line ${line}`) : zh ? '全文' : 'whole file',
    ...(section ? [`[${section}]`] : []),
    ...(column ? [column[lang]] : []),
  ].join(' ')
  const what = value === undefined ? '' : zh ? `“${value}”` : `"${value}" `
  const should = expected ? (zh ? `；应为${expected[lang]}` : `; expected ${expected[lang]}`) : ''
  return `${place}${zh ? '：' : ': '}${what}${PROBLEMS[code][lang]}${should} [${code}]`
}
