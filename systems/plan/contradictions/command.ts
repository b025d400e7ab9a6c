import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  type CatalogueEntry,
  loadReport,
  ReportError,
  readReport,
  reportYear,
} from '../../../engines/report/index.ts'
import type { Command, CommandIo } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { withHeadlines } from './catalogue.ts'
import { type Claim, claimsOf } from './claims.ts'
import { type Contradiction, findContradictions } from './find.ts'

export const contradictionsCommand: Command = {
  name: 'contradictions',
  summary: text(
    '读同一地方多年的报告，找出相互矛盾的数字',
    'Read the reports of several years of one place and find figures that contradict each other',
  ),
  arguments: [{ name: 'files', many: true }],
  options: [{ flags: '--json', about: text('以 JSON 输出', 'print JSON') }],
  /** @returns 0 none · 1 contradictions found · 2 a file could not be read */
  run: async (context, options, io, files) => {
    const catalogue = withHeadlines(context.figures.catalogue)
    const units = new Map(catalogue.map(({ id, unit }) => [id, unit]))
    const names = new Map(catalogue.map(({ id, names: [first] }) => [id, first ?? id]))
    const read = await Promise.all(files.map((file) => readClaims(catalogue, file, units, io)))
    const claims = read.flatMap((report) => report?.claims ?? [])
    const found = findContradictions(claims)
    if (options.json) io.print(JSON.stringify({ claims: claims.length, contradictions: found }, null, 2))
    else printAll(found, claims, read.filter((report) => report !== undefined).length, names, io)
    if (read.includes(undefined)) return 2
    return found.some(({ kind }) => kind !== 'bridge') ? 1 : 0
  },
}

async function readClaims(
  catalogue: readonly CatalogueEntry[],
  file: string,
  units: ReadonlyMap<string, string>,
  io: CommandIo,
): Promise<{ readonly claims: readonly Claim[] } | undefined> {
  try {
    const { text: words } = await loadReport(await readFile(file), file)
    const report = readReport(words, { catalogue })
    return { claims: claimsOf(basename(file), report, reportYear(report), units) }
  } catch (error) {
    if (error instanceof ReportError) io.print(error.say(io.language))
    else if ((error as { code?: string }).code === 'ENOENT')
      io.print(io.language === 'zh' ? `没有这个文件：${file}` : `No such file: ${file}`)
    else throw error
    return undefined
  }
}

const KINDS = {
  same: text('同年两数', 'two values for one year'),
  base: text('与推算的上年数不符', 'not the base that level and growth imply'),
  average: text('年均增速与首尾不符', 'average growth against both ends'),
  bridge: text('存疑：推算的中间年增速', 'suspicion: growth of the year between'),
} as const

function printAll(
  found: readonly Contradiction[],
  claims: readonly Claim[],
  reports: number,
  names: ReadonlyMap<string, string>,
  io: CommandIo,
): void {
  const zh = io.language === 'zh'
  const hard = found.filter(({ kind }) => kind !== 'bridge').length
  io.print(
    zh
      ? `${reports} 份报告，可比较的说法 ${claims.length} 条：矛盾 ${hard} 处，存疑 ${found.length - hard} 处`
      : `${reports} reports, ${claims.length} comparable claims: ${hard} contradictions, ${found.length - hard} suspicions`,
  )
  for (const { kind, indicator, year, one, other, claims: sides, hint } of found) {
    io.print('')
    io.print(
      `${names.get(indicator) ?? indicator} ${year}${zh ? '年' : ''} · ${KINDS[kind][io.language]}：${one} ↔ ${other}`,
    )
    for (const claim of sides) io.print(`  ${claim.report} ${claim.year}${zh ? '年' : ''}：${claim.text}`)
    io.print(`  ${zh ? '可能原因' : 'Possible cause'}：${hint[io.language]}`)
  }
}
