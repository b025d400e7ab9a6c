/**
 * Every way in which reading or writing a report can be refused, in one table.
 *
 * A message names the thing, the place and the remedy, in the reader's language. Codes are part of the
 * public interface: programs may branch on them, so they are never renamed.
 */

export type Lang = 'zh' | 'en'
type Words = Readonly<Record<Lang, string>>

const PROBLEMS = {
  'report/empty': {
    words: { zh: '文件里没有文字', en: 'the file holds no text' },
    remedy: { zh: '请检查是否选对了文件', en: 'check that this is the file you meant' },
  },
  'report/scanned-pdf': {
    words: {
      zh: '这份PDF只有图像,没有文字层',
      en: 'this PDF is scanned: it has pictures of pages and no text',
    },
    remedy: {
      zh: '请改用电子原件,或先做文字识别(OCR)再读',
      en: 'use the electronic original, or run text recognition (OCR) first',
    },
  },
  'report/unknown-format': {
    words: { zh: '认不出文件格式', en: 'the format of the file is not known' },
    remedy: { zh: '请另存为 txt、docx、html 或 pdf', en: 'save it as txt, docx, html or pdf' },
  },
  'report/old-doc': {
    words: { zh: '这是旧版Word文件(.doc)', en: 'this is an old Word file (.doc)' },
    remedy: { zh: '请用Word或WPS打开,另存为 .docx 再读', en: 'open it in Word or WPS and save it as .docx' },
  },
  'report/encrypted': {
    words: { zh: '文件加了密码', en: 'the file is protected by a password' },
    remedy: { zh: '请去掉密码后另存一份再读', en: 'save a copy without the password' },
  },
  'report/corrupted': {
    words: { zh: '文件已损坏,无法读完', en: 'the file is damaged and cannot be read to its end' },
    remedy: {
      zh: '请重新下载,或用原软件打开另存',
      en: 'download it again, or open and save it in its own program',
    },
  },
  'report/too-large': {
    words: { zh: '文件太大,超出了能读的上限', en: 'the file is larger than can be read at once' },
    remedy: { zh: '请拆成几个文件分别读', en: 'split it and read the parts one by one' },
  },
  'report/zip-bomb': {
    words: {
      zh: '文件解压后大得反常,已拒绝打开',
      en: 'the file unpacks to an abnormal size and was not opened',
    },
    remedy: {
      zh: '如确属正常文件,请去掉其中的大图或附件另存',
      en: 'if it is a genuine file, save it without its large pictures or attachments',
    },
  },
  'report/not-found': {
    words: { zh: '找不到文件', en: 'there is no such file' },
    remedy: { zh: '请检查路径', en: 'check the path' },
  },
  'report/unreadable': {
    words: { zh: '文件打不开', en: 'the file cannot be opened' },
    remedy: {
      zh: '请检查读取权限,以及它是不是一个文件',
      en: 'check that it is a file and that you may read it',
    },
  },
  'report/not-written': {
    words: { zh: '结果写不进去', en: 'the result cannot be written' },
    remedy: { zh: '请检查目录是否存在、能否写入', en: 'check that the folder exists and may be written to' },
  },
  'report/internal': {
    words: { zh: '程序没能读懂这份文件', en: 'the program failed on this file' },
    remedy: { zh: '请把文件交给维护者', en: 'please send the file to the maintainers' },
  },
} as const satisfies Record<string, { words: Words; remedy: Words }>

export type ReportErrorCode = keyof typeof PROBLEMS

export class ReportError extends Error {
  readonly code: ReportErrorCode
  /** The file, page or entry that is at fault. */
  readonly place: string
  /** The offending value, where one can be shown. */
  readonly value: string
  readonly words: Words
  readonly remedy: Words

  constructor(code: ReportErrorCode, place: string, value = '', cause?: unknown) {
    const problem = PROBLEMS[code]
    super(`${place}: ${problem.words.en}`, cause === undefined ? undefined : { cause })
    this.name = 'ReportError'
    this.code = code
    this.place = place
    this.value = value
    this.words = problem.words
    this.remedy = problem.remedy
  }

  /** One sentence: place, problem, value, remedy, code. */
  say(lang: Lang): string {
    const value = this.value === '' ? '' : lang === 'zh' ? `(${this.value})` : ` (${this.value})`
    return lang === 'zh'
      ? `${this.place}:${this.words.zh}${value};${this.remedy.zh}。[${this.code}]`
      : `${this.place}: ${this.words.en}${value}; ${this.remedy.en}. [${this.code}]`
  }
}

export const REPORT_ERROR_CODES = Object.keys(PROBLEMS) as readonly ReportErrorCode[]
