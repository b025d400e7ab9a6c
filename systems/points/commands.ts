import { sql } from 'kysely'
import { GaoxinError } from '../../kernel/errors.ts'
import type { Command, CommandIo, Context } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { pointsError } from './errors.ts'
import { confirmData, openRound, score } from './steps.ts'
import type { RoundRow } from './tables.ts'
import { STAGES, type Stage } from './words.ts'

/** `gaoxin points run`: a month's scores by the scheme in force, as far as the office's own steps begin. */
export const pointsCommand: Command = {
  name: 'points',
  summary: text('创新积分：run 算分', 'Innovation points: run scores a month'),
  arguments: [{ name: 'words', many: true }],
  options: [{ flags: '--month <month>', about: text('月份，如 2024-11', 'month, as in 2024-11') }],
  run: async (context, options, io, [what]) => {
    if (what === 'run') return runMonth(context, options.month ? String(options.month) : undefined, io)
    throw new GaoxinError(
      'POINTS_COMMAND',
      text(`不认识“${what}”`, `Unknown "${what}"`),
      text('请用 gaoxin points run', 'Use gaoxin points run'),
      { place: 'points', value: what, status: 422 },
    )
  },
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
