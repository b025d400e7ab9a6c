import type { Database } from '../store/database.ts'
import { Register, type Sent } from './accept.ts'
import type { Point } from './append.ts'
import { writeReadings } from './write.ts'

/** Takes in what devices of any sender sent, within the transaction under way; what is refused is left out, and not counted. */
export async function enterReadings(db: Database, now: string, sent: readonly Sent[]): Promise<void> {
  const clock = Date.parse(now)
  const given = { sender: 'anyDevice', sent } as const
  const batch = new Map<number, Point[]>()
  const register = new Register()
  await register.prepare(db, clock, [given])
  register.accept(clock, given, batch)
  await writeReadings(db, batch)
}
