/**
 * Every way in which an edit, a run or its results can be refused, in one table. Codes are part of the public interface:
 * programs may branch on them, so they are never renamed (those of edits are in capitals). What the engine itself finds wrong with a model comes as `hydraulics/model`, with its own findings.
 */
import type { Finding } from './run/report/findings.ts'

type Words = Readonly<Record<'zh' | 'en', string>>

const PROBLEMS = {
  HYDRAULICS_UNKNOWN: {
    words: { zh: '模型里没有它', en: 'the model does not have it' },
    remedy: { zh: '请检查编号', en: 'check the id' },
  },
  HYDRAULICS_TAKEN: {
    words: { zh: '编号已被占用', en: 'the id is taken' },
    remedy: { zh: '请换一个编号', en: 'choose another id' },
  },
  HYDRAULICS_IN_USE: {
    words: { zh: '还有别处用着它', en: 'something else still uses it' },
    remedy: { zh: '请先改掉引用它的行', en: 'change what refers to it first' },
  },
  HYDRAULICS_VALUE: {
    words: { zh: '这个值不能用', en: 'the value cannot be used' },
    remedy: { zh: '请按说明改正', en: 'mend it as the description says' },
  },
  'hydraulics/model': {
    words: { zh: '引擎不接受这个模型', en: 'the engine does not accept this model' },
    remedy: { zh: '请按下列各条修改模型', en: 'mend the model as the findings say' },
  },
  'hydraulics/engine': {
    words: { zh: '引擎在计算中停止', en: 'the engine broke off' },
    remedy: {
      zh: '请检查模型规模与时间步长；仍不行请附模型反馈',
      en: 'check the size of the model and its time steps; if that does not help, report it with the model',
    },
  },
  'hydraulics/library': {
    words: { zh: '打不开 SWMM_LIB 指定的引擎库', en: 'the library that SWMM_LIB names cannot be used' },
    remedy: {
      zh: '请改用 SWMM 5.2 的 libswmm5，并安装 koffi；或不设 SWMM_LIB，使用自带引擎',
      en: 'name a libswmm5 of SWMM 5.2 and install koffi, or leave SWMM_LIB out for the engine that is built in',
    },
  },
  'hydraulics/file': {
    words: { zh: '模型用到的文件没有给出', en: 'a file that the model reads was not given' },
    remedy: { zh: '请把它放在模型旁边', en: 'put it beside the model' },
  },
  'hydraulics/not-results': {
    words: { zh: '不是可读的 SWMM 结果文件', en: 'these are no results of SWMM that can be read' },
    remedy: { zh: '请给出 SWMM 5.2 写出的 .out 文件', en: 'give a .out file that SWMM 5.2 wrote' },
  },
  'hydraulics/no-such-result': {
    words: { zh: '结果里没有这一项', en: 'the results have no such thing' },
    remedy: {
      zh: '请检查名称，以及模型的 [REPORT] 是否列出了它',
      en: 'check the name, and whether [REPORT] of the model names it',
    },
  },
  'hydraulics/not-state': {
    words: { zh: '不是可读的热启动文件', en: 'this is no hot-start file that can be read' },
    remedy: { zh: '请给出 SWMM 5.2 写出的热启动文件', en: 'give a hot-start file that SWMM 5.2 wrote' },
  },
  'hydraulics/other-state': {
    words: { zh: '热启动文件属于另一个模型', en: 'the hot-start file belongs to another model' },
    remedy: {
      zh: '节点、管段、汇水区、污染物的数目和次序必须与模型一致',
      en: 'nodes, links, subcatchments and pollutants must be as many and in the order of the model',
    },
  },
  'hydraulics/no-such-object': {
    words: { zh: '模型里没有这个对象', en: 'the model has no such object' },
    remedy: { zh: '请检查名称', en: 'check the name' },
  },
  'hydraulics/value': {
    words: { zh: '这个数值不能用', en: 'this value cannot be used' },
    remedy: { zh: '请给出有意义的数', en: 'give a number that makes sense here' },
  },
  'hydraulics/table': {
    words: { zh: '这个数据文件读不懂', en: 'this file of values cannot be read' },
    remedy: {
      zh: '请按说明给出列名、时间（2025-07-01 08:05）和数值',
      en: 'give the columns that are described, moments such as 2025-07-01 08:05, and numbers',
    },
  },
  'hydraulics/observed': {
    words: { zh: '实测数据不够', en: 'too little was observed' },
    remedy: {
      zh: '模拟时段内至少要有三个实测值，且不能全部相同',
      en: 'give at least three values within the time of the run that are not all the same',
    },
  },
  'hydraulics/time': {
    words: {
      zh: '模型的时间读不出来，或时段不合理',
      en: 'times of the model cannot be read, or a stretch of time is none',
    },
    remedy: {
      zh: '请检查 [OPTIONS] 的起止时间；时段须在其间、且止晚于起',
      en: 'check the dates in [OPTIONS]; a stretch ends after it begins',
    },
  },
  'hydraulics/cancelled': {
    words: { zh: '计算已取消', en: 'the run was cancelled' },
    remedy: { zh: '如需结果请重新计算', en: 'run it again if the results are wanted' },
  },
  'hydraulics/worker': {
    words: { zh: '计算线程意外退出', en: 'the thread that computed went away' },
    remedy: { zh: '请检查内存是否足够', en: 'check that there is enough memory' },
  },
} as const satisfies Record<string, { words: Words; remedy: Words }>

export type HydraulicsErrorCode = keyof typeof PROBLEMS

export class HydraulicsError extends Error {
  readonly code: HydraulicsErrorCode
  /** The file, object or line that is at fault. */
  readonly place: string
  readonly value: string
  readonly words: Words
  readonly remedy: Words
  /** What the engine found, of `hydraulics/model` and `hydraulics/engine`. */
  readonly findings: readonly Finding[]

  constructor(
    code: HydraulicsErrorCode,
    place: string,
    value: string | number = '',
    findings: readonly Finding[] = [],
    cause?: unknown,
  ) {
    const { words, remedy } = PROBLEMS[code]
    super(
      [`${place}: ${words.en}`, String(value), ...findings.map(({ says }) => says)]
        .filter(Boolean)
        .join('; '),
      cause === undefined ? undefined : { cause },
    )
    this.name = 'HydraulicsError'
    this.code = code
    this.place = place
    this.value = String(value)
    this.words = words
    this.remedy = remedy
    this.findings = findings
  }
}

/** An error as data and back, for the way between threads. */
export interface PlainError {
  readonly code: HydraulicsErrorCode
  readonly place: string
  readonly value: string
  readonly findings: readonly Finding[]
}

export function plainError(error: unknown, place: string): PlainError {
  if (error instanceof HydraulicsError)
    return { code: error.code, place: error.place, value: error.value, findings: error.findings }
  return { code: 'hydraulics/engine', place, value: String((error as Error)?.message ?? error), findings: [] }
}

export const revived = ({ code, place, value, findings }: PlainError) =>
  new HydraulicsError(code, place, value, findings)
