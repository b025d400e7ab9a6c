import { readFile as readFromDisk, writeFile } from 'node:fs/promises'
import {
  annotate,
  type CatalogueEntry,
  type Lang,
  loadReport,
  ReportError,
  readReport,
  toJson,
  toTable,
} from '../../engines/report/index.ts'

export interface ReadOptions {
  /** Print JSON: one file an object, several an array of objects in the order given. */
  readonly json?: boolean
  /** Write an annotated page: to this file; `true` or '-' for standard output; a folder for several files. */
  readonly html?: string | boolean
  readonly lang?: Lang
  readonly catalogue?: readonly CatalogueEntry[]
}

export interface ReadIo {
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
  readonly readFile?: (path: string) => Promise<Uint8Array>
  readonly writeFile?: (path: string, text: string) => Promise<void>
}

/** 0 all read · 2 at least one file could not be read (the others still are) · 1 nothing to read. */
export async function readCommand(
  files: readonly string[],
  options: ReadOptions,
  io: ReadIo,
): Promise<number> {
  const lang = options.lang ?? 'zh'
  if (files.length === 0) {
    io.stderr.write(lang === 'zh' ? '请给出要读的报告文件。\n' : 'Name the report files to read.\n')
    return 1
  }
  const objects: string[] = []
  let failed = false
  for (const file of files) {
    try {
      const one = await readOne(file, options, io)
      for (const note of one.notes) io.stderr.write(`${file}: ${inLanguage(note, lang)}\n`)
      await show(one, files.length > 1, options, lang, io)
      if (options.json) objects.push(JSON.stringify(toJson(file, one.report), null, 2))
    } catch (error) {
      failed = true
      io.stderr.write(`${asReportError(error, file).say(lang)}\n`)
    }
  }
  if (options.json) printJson(objects, files.length > 1, io)
  return failed ? 2 : 0
}

/** Each object is already text: several large reports need not fit into one string. */
function printJson(objects: readonly string[], several: boolean, io: ReadIo): void {
  if (several) io.stdout.write('[\n')
  objects.forEach((object, i) => {
    io.stdout.write(i < objects.length - 1 ? `${object},\n` : `${object}\n`)
  })
  if (several) io.stdout.write(']\n')
}

function asReportError(error: unknown, file: string): ReportError {
  if (error instanceof ReportError) return error
  // what is printed of a report can be longer than a string can be, though the report itself is not
  const tooLong = error instanceof RangeError && /string length/i.test(error.message)
  return new ReportError(tooLong ? 'report/too-large' : 'report/internal', file, '', error)
}

interface ReadFile {
  readonly file: string
  readonly notes: readonly string[]
  readonly report: ReturnType<typeof readReport>
}

async function readOne(file: string, options: ReadOptions, io: ReadIo): Promise<ReadFile> {
  const { text, notes } = await loadReport(await bytesOf(file, io), file)
  const report = readReport(text, options.catalogue ? { catalogue: options.catalogue } : {})
  return { file, notes, report }
}

async function bytesOf(file: string, io: ReadIo): Promise<Uint8Array> {
  try {
    return await (io.readFile ?? readFromDisk)(file)
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    const reason = READ_PROBLEMS[code] ?? 'report/unreadable'
    throw new ReportError(reason, file, reason === 'report/unreadable' ? code : '', error)
  }
}

const READ_PROBLEMS: Readonly<Record<string, 'report/not-found' | 'report/too-large'>> = {
  ENOENT: 'report/not-found',
  ERR_FS_FILE_TOO_LARGE: 'report/too-large',
}

/** Prints the table, or writes the page. JSON is printed once, at the end. */
async function show(
  one: ReadFile,
  several: boolean,
  options: ReadOptions,
  lang: Lang,
  io: ReadIo,
): Promise<void> {
  const { html } = options
  if (html !== undefined && html !== false) {
    const words = annotate(one.report, { lang })
    if (html === true || html === '-') io.stdout.write(words)
    else await save(several ? pagePath(html, one.file) : html, words, io)
    return
  }
  if (!options.json) io.stdout.write(toTable(one.file, one.report, lang))
}

async function save(path: string, words: string, io: ReadIo): Promise<void> {
  try {
    await (io.writeFile ?? writeFile)(path, words)
  } catch (error) {
    throw new ReportError('report/not-written', path, (error as { code?: string }).code ?? '', error)
  }
}

/** Several pages cannot share a file: out.html becomes out-report1.html. */
function pagePath(html: string, file: string): string {
  const name = file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
  return /\.html?$/i.test(html)
    ? html.replace(/(\.html?)$/i, `-${name}$1`)
    : `${html.replace(/[/\\]$/, '')}/${name}.html`
}

/** Notes are `中文 / English`. */
function inLanguage(note: string, lang: Lang): string {
  const [zh, en] = note.split(' / ')
  return lang === 'zh' ? zh! : (en ?? zh!)
}
