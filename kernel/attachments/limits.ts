import { z } from 'zod'
import type { Database } from '../store/database.ts'
import { readSettings } from '../store/settings.ts'

const whole = (value: number) => z.coerce.number().int().positive().catch(value).default(value)

/** Settings of the zone under `attachments.…`. */
const shape = z.object({
  fileBytes: whole(20 * 2 ** 20),
  rowFiles: whole(50),
  rowBytes: whole(200 * 2 ** 20),
  /** How long the bytes of removed files are kept. */
  keptDays: whole(180),
  /** How long a file that was sent may wait for its row. */
  waitingHours: whole(24),
})
export type Limits = z.infer<typeof shape>

export async function readLimits(db: Database): Promise<Limits> {
  const settings = Object.entries(await readSettings(db))
  return shape.parse(
    Object.fromEntries(
      settings.flatMap(([key, value]) => (key.startsWith('attachments.') ? [[key.slice(12), value]] : [])),
    ),
  )
}
