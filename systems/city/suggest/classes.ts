import { sql } from 'kysely'
import type { Context } from '../../../kernel/system.ts'
import type { ClassGuess } from './words.ts'
import { guessClass, type Learned, learn } from './words.ts'

/** Filed reports that are learned from, the latest; and how long what was learned is kept. */
const PAST = 5000
const KEPT_MS = 10 * 60_000

const kept = new WeakMap<Context['systems'], { readonly at: number; readonly learned: Promise<Learned> }>()

/** The likeliest classes of a description, and what speaks for each. */
export async function suggestClass(
  context: Pick<Context, 'db' | 'now' | 'systems'>,
  description: string,
): Promise<readonly ClassGuess[]> {
  const at = Date.parse(context.now())
  let known = kept.get(context.systems)
  if (!known || Math.abs(at - known.at) > KEPT_MS) {
    known = { at, learned: learnFrom(context) }
    kept.set(context.systems, known)
    known.learned.catch(() => kept.delete(context.systems))
  }
  return guessClass(await known.learned, description)
}

async function learnFrom({ db }: Pick<Context, 'db'>): Promise<Learned> {
  const { rows } = await sql<{
    class: string
    description: string
  }>`select class, description from city.reports
    where filed_at is not null and class is not null order by reported_at desc limit ${PAST}`.execute(db)
  return learn(rows)
}
