import { z } from 'zod'
import { SOMEBODY } from '../../../kernel/access/actor.ts'
import { permitFor } from '../../../kernel/access/grants.ts'
import { STAYS, takeBack, undoneWhy } from '../../../kernel/access/takeBack.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import { defineRoute, type Route } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import type { Zone } from '../../zone.ts'
import { findAttempt, lockAttempt, markTakenBack } from '../exchange/attempts.ts'
import type { Desk } from '../exchange/desk.ts'
import { permitted, recordIn } from './records.ts'

const count = z.number().int()

/** A mistake is seen at once and nothing has been built on it: so long may whoever imported new rows take them away. */
const ONE_DAY = 24 * 3600 * 1000

/** Takes back what an import of one's own has written: previewed first, then with the reason. */
export const importUndoRoute = (zone: Zone, desk: Desk): Route =>
  defineRoute({
    method: 'POST',
    path: '/imports/:id/undo',
    summary: text('撤销一次导入', 'Take an import back'),
    allow: SOMEBODY,
    input: z.object({
      id: z.string().max(100),
      preview: z.boolean().default(false).describe('Says what would come of it; nothing is written'),
      why: z.string().trim().min(1).max(500).default('撤销导入').describe('Kept in the history'),
    }),
    output: z.object({
      removed: count.describe('New rows that go'),
      restored: count.describe('Changed rows that are what they were'),
      kept: count.describe('Rows that stay'),
      rows: z
        .array(
          z.object({
            id: z.string(),
            label: z.string(),
            reason: z.enum(STAYS),
            by: z.string().nullable().describe('Who changed it last'),
            at: z.string().nullable(),
            record: z.string().nullable().describe('Of which record rows refer to it'),
          }),
        )
        .describe('The first of those that stay'),
    }),
    handle: (outer, { id, preview, why }) =>
      outer.transaction(
        async (context) => {
          await lockAttempt(context.db, id)
          const attempt = await findAttempt(zone, context.actor, id)
          if (attempt?.state !== 'done' && attempt?.state !== 'partly') throw nothing(id)
          const [system = '', name = ''] = attempt.record.split('.')
          const record = recordIn(zone, system, name)
          const imports = permitted(record, context.actor, 'import')
          const isFresh = Date.parse(context.now()) - Date.parse(attempt.ended_at ?? '') <= ONE_DAY
          const permits = {
            import: imports,
            remove: permitFor(record, context.actor, 'remove') ?? (isFresh ? imports : undefined),
          }
          const done = await takeBack(context, record, permits, id, preview)
          if (preview) return done
          const state = done.kept > 0 ? 'partly' : 'undone'
          await markTakenBack(context, id, state)
          const job = desk.find(context.actor, id)
          if (job) job.state = state
          return done
        },
        undoneWhy(why, id),
      ),
  })

const nothing = (id: string) =>
  new GaoxinError(
    'IMPORT_NOT_DONE',
    text('没有可以撤销的导入', 'There is no import to take back'),
    text(
      '只能撤销自己的、已写入且尚未撤销的导入；请在导入记录中核对',
      'One takes back one’s own that were written and are not taken back yet; see the imports',
    ),
    { value: id, status: 409 },
  )
