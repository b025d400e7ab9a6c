import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { addDays } from '../../kernel/calendar/days.ts'
import { dayAt } from '../../kernel/calendar/moments.ts'
import { GaoxinError } from '../../kernel/errors.ts'
import {
  Intake,
  issueKey,
  keptReadings,
  namedSeries,
  quantitiesOf,
  REFUSALS,
  type Refusal,
  reflag,
  refusedSince,
  revokeKeys,
  slicesOf,
  spanOf,
} from '../../kernel/series/index.ts'
import type { CommandIo } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import type { Zone } from '../zone.ts'

const number = (count: number) => count.toLocaleString('en')

/** Reads a file in; read once more, it adds nothing. @returns 1 where something was refused */
export async function seriesImport(zone: Zone, io: CommandIo, file: string): Promise<number> {
  const intake = new Intake(zone.context())
  const refused = new Map<Refusal, number>()
  try {
    for await (const { sent, unreadable } of slicesOf(createReadStream(file), 'csv', undefined)) {
      const outcome = await intake.take('anyDevice', sent, unreadable)
      for (const [reason, count] of Object.entries(outcome.refused))
        refused.set(reason as Refusal, (refused.get(reason as Refusal) ?? 0) + count)
    }
  } catch (error) {
    throw fileProblem(error, file)
  } finally {
    await intake.end()
  }
  const { kept, doubled, late } = intake.written
  io.print(
    io.language === 'zh'
      ? `新收 ${number(kept)} 条（其中迟到 ${number(late)} 条），已有 ${number(doubled)} 条`
      : `${number(kept)} readings taken in (${number(late)} of them late), ${number(doubled)} were there`,
  )
  for (const [reason, count] of refused)
    io.print(
      io.language === 'zh'
        ? `拒收 ${number(count)} 条：${REFUSALS[reason].zh}`
        : `${number(count)} refused: ${REFUSALS[reason].en}`,
    )
  return refused.size > 0 ? 1 : 0
}

function fileProblem(error: unknown, file: string): unknown {
  const { code = '', message } = error as { code?: string; message?: string }
  if (code !== 'ENOENT' && code !== 'EISDIR' && !code.startsWith('CSV_')) return error
  return new GaoxinError(
    'SERIES_FILE',
    text('无法读取这个文件', 'The file cannot be read'),
    text(
      '请给出 CSV 文件，首行为 device,quantity,at,value',
      'Name a CSV file whose first line is device,quantity,at,value',
    ),
    { place: file, value: message, cause: error },
  )
}

export async function seriesKey(
  zone: Zone,
  io: CommandIo,
  device: string,
  { revoke = false }: { readonly revoke?: boolean },
): Promise<number> {
  if (revoke) {
    const count = await revokeKeys(zone.context(), device)
    io.print(io.language === 'zh' ? `已作废 ${count} 把密钥` : `${count} keys taken away`)
    return count > 0 ? 0 : 1
  }
  io.print(await issueKey(zone.context(), device, randomBytes))
  return 0
}

/** Days back for which refused readings are shown. */
const LATELY = 7

export async function seriesKept(zone: Zone, io: CommandIo): Promise<number> {
  const { db, now } = zone.context()
  const names = new Map(quantitiesOf(zone.systems).map(({ id, name }) => [id, name[io.language]]))
  const zh = io.language === 'zh'
  for (const { quantity, table, months, since, rows, bytes } of await keptReadings(db)) {
    const what = table === 'readings' ? (zh ? '读数' : 'readings') : zh ? '分钟汇总' : 'roll-ups of minutes'
    const how = months === null ? (zh ? '长期' : 'for good') : zh ? `${months} 个月` : `${months} months`
    const size = `${(bytes / 1024 ** 2).toFixed(1)} MB`
    io.print(
      zh
        ? `${names.get(quantity) ?? quantity} ${what}：保存${how}，自 ${since} 起约 ${number(rows)} 行，${size}`
        : `${names.get(quantity) ?? quantity}, ${what}: kept ${how}, since ${since} about ${number(rows)} rows, ${size}`,
    )
  }
  io.print(zh ? '小时、日汇总：长期保存' : 'Roll-ups of hours and days: kept for good')
  for (const { day, device, reason, count } of await refusedSince(db, addDays(dayAt(now()), -LATELY)))
    io.print(
      zh
        ? `${day} 拒收 ${number(count)} 条（${device || '未知设备'}）：${REFUSALS[reason].zh}`
        : `${day} ${number(count)} refused (${device || 'unknown device'}): ${REFUSALS[reason].en}`,
    )
  return 0
}

export interface ReflagOptions {
  /** The code of the device. */
  readonly device?: string
  readonly quantity?: string
  /** Days, YYYY-MM-DD, both included. */
  readonly from?: string
  readonly to?: string
}

/** Judges kept readings anew by the limits as they are now, and says how far it is. */
export async function seriesReflag(zone: Zone, io: CommandIo, options: ReflagOptions): Promise<number> {
  const { db } = zone.context()
  const zh = io.language === 'zh'
  const from = options.from === undefined ? 0 : dayStart(options.from, 'from')
  const to = options.to === undefined ? Number.POSITIVE_INFINITY : dayStart(options.to, 'to') + DAY_MS - 1
  const all = await namedSeries(db, options)
  const names = new Map(quantitiesOf(zone.systems).map(({ id, name }) => [id, name[io.language]]))
  let total = 0
  for (const [index, { code, ...name }] of all.entries()) {
    const span = await spanOf(db, name)
    const start = Math.max(from, span ? Date.parse(span.from) : 0)
    const end = Math.min(to, span ? Date.parse(span.to) : 0)
    const what = `[${index + 1}/${all.length}] ${code} ${names.get(name.quantity) ?? name.quantity}`
    if (!span || start > end) continue
    let percent = 0
    const changed = await reflag(db, [span.id], start, end, (until, soFar) => {
      // Of a long series, each tenth.
      const done = Math.floor(((until - start) / Math.max(1, end - start)) * 10) * 10
      if (done <= percent || done >= 100) return
      percent = done
      io.print(
        zh ? `${what} ${done}%，已改 ${number(soFar)} 条` : `${what} ${done}%, ${number(soFar)} changed`,
      )
    })
    total += changed
    io.print(zh ? `${what} 完成，改了 ${number(changed)} 条` : `${what} done, ${number(changed)} changed`)
  }
  io.print(
    zh
      ? `重新判定了 ${number(all.length)} 个序列，共改 ${number(total)} 条读数的标记`
      : `${number(all.length)} series judged anew; the flags of ${number(total)} readings changed`,
  )
  return 0
}

const DAY_MS = 86_400_000

/** The beginning of a day of the zone; milliseconds. */
function dayStart(day: string, place: string): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00+08:00`) : Number.NaN
  if (Number.isFinite(at)) return at
  throw new GaoxinError(
    'SERIES_DAY',
    text('日期不对', 'That is no day'),
    text('请写成 2026-11-28', 'Write it as 2026-11-28'),
    { place, value: day },
  )
}
