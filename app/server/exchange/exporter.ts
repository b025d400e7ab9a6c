import { PassThrough, type Writable } from 'node:stream'
import { SOMEBODY } from '../../../kernel/access/actor.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import { exports } from '../../../kernel/store/exchange/index.ts'
import { insertRows, updateRow } from '../../../kernel/store/index.ts'
import type { Bytes, Context } from '../../../kernel/system.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { streamed } from './stream.ts'
import { Places } from './turns.ts'

/**
 * Exports at once: each holds a connection to the database for as long as its reader takes. Who is nobody in
 * particular has places apart, so that nobody from outside takes those of the zone's own people.
 */
const AT_ONCE = 4
const EACH = 2
const OF_STRANGERS = 1

/** What leaves in a file, as it is entered before its first row does. */
export interface Leaving {
  readonly id: string
  readonly name: Text
  readonly format: string
  readonly fields: readonly string[]
  readonly question: object
}

/**
 * Runs a work that writes a file, in its place among the exports and entered among what went out.
 * @param write told where to, and whom to tell how many rows went
 * @throws GaoxinError EXPORT_BUSY, and what the work throws before its first byte
 */
export type Exporter = (
  context: Context,
  leaving: Leaving,
  write: (out: Writable, onRows: (done: number) => void) => Promise<unknown>,
) => Promise<Bytes>

/** One for all exports of a server, which share their places. */
export function exporter(): Exporter {
  const people = new Places(AT_ONCE, EACH)
  const strangers = new Places(OF_STRANGERS, OF_STRANGERS)
  return async (context, leaving, write) => {
    const { actor } = context
    const release = (SOMEBODY.includes(actor.role) ? people : strangers).take(actor.id)
    if (!release) throw busy()
    try {
      const note = await beginNote(context, leaving)
      const out = new PassThrough()
      let rows = 0
      const work = write(out, (done) => {
        rows = done
      })
      const noted = work.then(
        () => endNote(context, note, 'done', rows),
        () => endNote(context, note, 'broken', rows),
      )
      void noted.finally(release).catch(() => {})
      await streamed(work, out)
      return until(noted, out)
    } catch (error) {
      release()
      throw error
    }
  }
}

/** What comes, and then the end of the work: whoever has the whole file can find it entered. */
async function* until(work: Promise<unknown>, pieces: Bytes): AsyncGenerator<Uint8Array> {
  yield* pieces
  await work
}

/** Who takes what is entered before the first row leaves. @returns the id of the note */
async function beginNote(
  outer: Context,
  { id: record, name, format, fields, question }: Leaving,
): Promise<string> {
  const id = outer.newId()
  await outer.transaction(async ({ db, actor, now, newId }) => {
    const row = {
      id,
      record,
      record_name: name.zh,
      format,
      state: 'running',
      person: actor.id,
      person_name: actor.name,
      started_at: now(),
      fields: fields.join(', '),
      question: JSON.stringify(question),
    }
    await insertRows(db, exports, [row], { actor, now: now(), newId })
  })
  return id
}

const endNote = (context: Context, id: string, state: 'done' | 'broken', rows: number): Promise<unknown> =>
  updateRow(context, exports, id, { state, rows, ended_at: context.now() })

const busy = () =>
  new GaoxinError(
    'EXPORT_BUSY',
    text('同时导出的人太多', 'Too many exports are under way'),
    text('请过一会儿再导出', 'Try again in a while'),
    { status: 503 },
  )
