import { sql } from 'kysely'
import { z } from 'zod'
import { listEvents } from '../../../../kernel/access/index.ts'
import type { Database } from '../../../../kernel/store/index.ts'
import { text } from '../../../../kernel/text.ts'
import { type SessionRoute, sessionRoute } from '../register.ts'
import { eventKindShape } from './shapes.ts'

/** What happened at the door: for the audit administrator, who can change none of it. */
export const eventRoutes: readonly SessionRoute[] = [
  sessionRoute({
    method: 'GET',
    path: '/access/events',
    summary: text('登录与权限日志', 'Log of sign-ins and rights'),
    allow: ['audit'],
    input: z.object({
      account: z.string().max(100).optional().describe('Id or login name of the account'),
      kind: eventKindShape.optional(),
      before: z.coerce.number().int().optional().describe('The seq of the last line of the page before'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.array(
      z.object({
        seq: z.number().int(),
        at: z.string(),
        kind: eventKindShape,
        account: z.string().nullable(),
        actor: z.string().nullable().describe('Who did it, where it was not the person'),
        address: z.string(),
        session: z.string().nullable(),
        why: z.string().nullable(),
      }),
    ),
    handle: async ({ context: { db } }, { account, ...ask }) => {
      const events = await listEvents(db, { ...ask, account: account && (await idOf(db, account)) })
      const name = await namesOf(
        db,
        events.flatMap((event) => [event.account ?? [], event.actor ?? []].flat()),
      )
      return events.map((event) => ({
        ...event,
        account: event.account && name(event.account),
        actor: event.actor && name(event.actor),
      }))
    },
  }),
]

const idOf = async (db: Database, given: string): Promise<string> => {
  const { rows } = await sql<{ id: string }>`select id from access.accounts
    where login = ${given.toLowerCase()} or id = ${given}`.execute(db)
  return rows[0]?.id ?? given
}

/** `王安（wang）`; what is no account, as the program itself, goes by its id. */
async function namesOf(db: Database, ids: readonly string[]): Promise<(id: string) => string> {
  const { rows } = await sql<{ id: string; login: string; display: string }>`
    select id, login, display from access.accounts where id = any(${[...new Set(ids)]})`.execute(db)
  const names = new Map(rows.map(({ id, login, display }) => [id, `${display}（${login}）`]))
  return (id) => names.get(id) ?? id
}
