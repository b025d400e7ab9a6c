import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { GaoxinError } from '../../kernel/errors.ts'
import type { Command, CommandIo, Context } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { pointsError } from './errors.ts'
import { checkSheet, publicKeys } from './sheet/sheets.ts'
import { isGenuine, keyNamedIn } from './sheet/sign.ts'
import { confirmData, openRound, score } from './steps.ts'
import type { RoundRow } from './tables.ts'
import { STAGES, type Stage } from './words.ts'

/** `gaoxin points run`: a month's scores by the scheme in force, as far as the office's own steps begin. */
export const pointsCommand: Command = {
  name: 'points',
  summary: text(
    '创新积分：run 算分；check 文件 核验积分单',
    'Innovation points: run scores a month; check FILE checks a score sheet',
  ),
  arguments: [{ name: 'words', many: true }],
  options: [
    { flags: '--month <month>', about: text('月份，如 2024-11', 'month, as in 2024-11') },
    {
      flags: '--key <file>',
      about: text('公钥文件；不写则用本区的', 'public key; the zone’s when left out'),
    },
  ],
  run: async (context, options, io, [what, file]) => {
    if (what === 'run') return runMonth(context, options.month ? String(options.month) : undefined, io)
    if (what === 'check' && file)
      return checkFile(context, file, options.key ? String(options.key) : undefined, io)
    throw new GaoxinError(
      'POINTS_COMMAND',
      text(`不认识“${what}”`, `Unknown "${what}"`),
      text(
        '请用 gaoxin points run 或 gaoxin points check 文件',
        'Use gaoxin points run or gaoxin points check FILE',
      ),
      { place: 'points', value: what, status: 422 },
    )
  },
}

/** Whether a sheet is what was signed, to the byte, and still holds. @returns 0 it does, 1 it does not */
async function checkFile(context: Context, path: string, keyFile: string | undefined, io: CommandIo) {
  const say = (zh: string, en: string) => io.print(io.language === 'zh' ? zh : en)
  const file = await readFile(path).catch((cause: unknown) => {
    throw new GaoxinError(
      'POINTS_COMMAND',
      text('读不到这个文件', 'The file cannot be read'),
      text('请检查路径', 'Check its path'),
      { place: path, cause, status: 422 },
    )
  })
  const named = keyNamedIn(file)
  const publicKey = keyFile
    ? await readFile(keyFile, 'utf8')
    : (await publicKeys(context)).find(({ id }) => id === named)?.publicKey
  if (!publicKey || !isGenuine(file, publicKey)) {
    say(
      '无效：没有本区的签名，或者文件被改动',
      'Not valid: no signature of this zone, or the file was changed',
    )
    return 1
  }
  const { rows } = await sql<{ id: string }>`select id from points.sheets
    where digest = ${createHash('sha256').update(file).digest('hex')}`.execute(context.db)
  const sheet = rows[0] && (await checkSheet(context, rows[0].id))
  if (!sheet) {
    say('签名有效；本区没有这份积分单的登记', 'The signature holds; the sheet is not on record here')
    return 0
  }
  const { state, content } = sheet
  const line = `${content.name} ${content.month} ${content.total}`
  if (state === 'valid') say(`有效：${line}`, `Valid: ${line}`)
  else if (state === 'revoked') say(`已撤销：${line}`, `Revoked: ${line}`)
  else say(`签名有效，但积分已重算：${line}`, `The signature holds, but the score was made anew: ${line}`)
  return state === 'valid' ? 0 : 1
}

async function runMonth(context: Context, given: string | undefined, io: CommandIo): Promise<number> {
  const say = (zh: string, en: string) => io.print(io.language === 'zh' ? zh : en)
  const month = given ?? context.today.slice(0, 7)
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw notMonth(month)
  const round = await roundOf(context, month)
  say(`[1/3] ${month} 批次，数据截至 ${round.as_of}`, `[1/3] round of ${month}, facts as of ${round.as_of}`)
  if (round.state === 'draft')
    await context.transaction((inside) => confirmData(inside, round.id), '创新积分确认数据')
  say('[2/3] 数据已确认', '[2/3] data confirmed')
  const { scored } = await context.transaction((inside) => score(inside, round.id), '创新积分算分')
  say(`[3/3] 已算分 ${scored} 家`, `[3/3] ${scored} enterprises scored`)
  const { rows } = await sql<{ stage: Stage; n: number; mean: string; best: string }>`
    select stage, count(*)::int as n, round(avg(total), 2)::text as mean, max(total)::text as best
    from points.scores where round = ${round.id} group by 1 order by 1`.execute(context.db)
  for (const { stage, n, mean, best } of rows)
    say(
      `${STAGES[stage].zh} ${n} 家，平均 ${mean} 分，最高 ${best} 分`,
      `${STAGES[stage].en}: ${n}, mean ${mean}, best ${best}`,
    )
  return 0
}

const notMonth = (value: string) =>
  new GaoxinError(
    'POINTS_COMMAND',
    text(`“${value}”不是月份`, `"${value}" is no month`),
    text('请写成 2024-11', 'Write it as in 2024-11'),
    { place: '--month', value, status: 422 },
  )

/** The month's round of the scheme in force, an official one first; opened where there is none. @throws GaoxinError POINTS_EMPTY */
async function roundOf(context: Context, month: string): Promise<RoundRow> {
  const [asOf = context.today] = [lastDay(month), context.today].sort()
  const { rows: schemes } = await sql<{ id: string }>`select id from points.schemes
    where "from" <= ${asOf}::date and ("to" is null or "to" > ${asOf}::date)
    order by standing = 'official' desc, "from" desc, id limit 1`.execute(context.db)
  const scheme = schemes[0]?.id
  if (!scheme)
    throw pointsError('POINTS_EMPTY', text('没有施行中的积分方案', 'No scheme is in force'), {
      place: '--month',
      value: month,
    })
  const { rows } = await sql<RoundRow>`
    select * from points.rounds where scheme = ${scheme} and month = ${month}`.execute(context.db)
  return (
    rows[0] ?? context.transaction((inside) => openRound(inside, { scheme, month, asOf }), '开创新积分批次')
  )
}

function lastDay(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}
