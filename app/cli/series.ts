import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { addDays } from '../../kernel/calendar/days.ts'
import { dayAt } from '../../kernel/calendar/moments.ts'
import { GaoxinError } from '../../kernel/errors.ts'
import {
  Intake,
  issueKey,
  keptReadings,
  quantitiesOf,
  REFUSALS,
  type Refusal,
  refusedSince,
  revokeKeys,
  slicesOf,
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
