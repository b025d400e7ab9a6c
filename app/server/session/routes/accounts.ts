import { sql } from 'kysely'
import { z } from 'zod'
import {
  createAccount,
  findAccount,
  giveTemporaryPassword,
  hasTotp,
  isLocked,
  listAccounts,
  listSessions,
  resetTotp,
  revokeSessions,
  setAccountState,
  unlock,
} from '../../../../kernel/access/index.ts'
import { text } from '../../../../kernel/text.ts'
import { refuse } from '../../problem.ts'
import { type SessionRoute, sessionRoute, type Visit } from '../register.ts'
import { accountShape, DONE, done, kindShape, postShape, stateShape } from './shapes.ts'

const SECURITY = ['security'] as const
const one = z.object({ id: z.string().max(100) })
const onePassword = z.object({
  password: z.string().describe('Shown this once; to be changed at the next sign-in'),
})

/** Nobody widens or mends their own access. */
export function notOneself({ context }: Visit, account: string): void {
  if (context.actor.id === account)
    throw refuse('ADMIN_SELF', '不能管理自己的账号', 'You cannot administer your own account', 403)
}

/** Accounts, as the security administrator keeps them. */
export const accountRoutes: readonly SessionRoute[] = [
  sessionRoute({
    method: 'GET',
    path: '/access/accounts',
    summary: text('账号列表', 'List of accounts'),
    allow: SECURITY,
    input: z.object({
      q: z.string().max(200).optional(),
      kind: kindShape.optional(),
      state: stateShape.optional(),
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ total: z.number().int(), rows: z.array(accountShape) }),
    handle: async ({ context }, question) => {
      const { total, rows } = await listAccounts(context, question)
      return { total, rows: rows.map((row) => accountShape.parse(row)) }
    },
  }),
  sessionRoute({
    method: 'POST',
    path: '/access/accounts',
    summary: text('开户', 'Open an account'),
    allow: SECURITY,
    input: z.object({
      login: z.string().trim().min(1).max(100),
      display: z.string().trim().min(1).max(100),
      kind: kindShape,
      enterprise: z.string().trim().max(18).optional(),
    }),
    output: onePassword.extend({ id: z.string() }),
    handle: (visit, { enterprise, ...values }) =>
      visit.context.transaction(async (context) => {
        const access = { ...visit.access, db: context.db }
        const account = await createAccount(
          context,
          { ...values, enterprise: enterprise || undefined },
          access,
        )
        return { id: account.id, password: await giveTemporaryPassword(access, account, context.actor.id) }
      }, '开户'),
  }),
  sessionRoute({
    method: 'GET',
    path: '/access/accounts/:id',
    summary: text('一个账号', 'One account'),
    allow: SECURITY,
    input: one,
    output: accountShape.extend({
      isOneself: z.boolean(),
      totp: z.boolean(),
      locked: z.boolean().describe('For a while, after failed sign-ins'),
      sessions: z.number().int(),
      posts: z.array(postShape.extend({ account: z.string(), display: z.string() })),
    }),
    handle: async ({ context, access }, { id }) => {
      const account = await findAccount(context, id)
      // Its own posts, and those lent from them.
      const { rows } = await sql<z.infer<typeof postShape> & { account: string; display: string }>`
        select p.id, p.account, a.display, p.office, p.role, p.grid, p."from", p."to", p.delegated_by
        from access.posts p join access.accounts a on a.id = p.account
        where p.account = ${id} or p.delegated_by in (select id from access.posts where account = ${id})
        order by p."from" desc, p.id`.execute(context.db)
      return {
        ...accountShape.parse(account),
        isOneself: id === context.actor.id,
        totp: await hasTotp(access, id),
        locked: await isLocked(access, account.login),
        sessions: (await listSessions(access, id)).length,
        posts: rows,
      }
    },
  }),
  sessionRoute({
    method: 'POST',
    path: '/access/accounts/:id/state',
    summary: text('停用、启用或注销账号', 'Disable, enable or close an account'),
    allow: SECURITY,
    input: one.extend({ state: stateShape, why: z.string().trim().min(1).max(500) }),
    output: done,
    handle: async (visit, { id, state, why }) => {
      notOneself(visit, id)
      await setAccountState(visit.context, id, state, why, visit.access)
      return DONE
    },
  }),
  sessionRoute({
    method: 'POST',
    path: '/access/accounts/:id/reset-password',
    summary: text('重置密码', 'Set a one-time password'),
    allow: SECURITY,
    input: one,
    output: onePassword,
    handle: async (visit, { id }) => {
      notOneself(visit, id)
      const account = await findAccount(visit.context, id)
      return { password: await giveTemporaryPassword(visit.access, account, visit.context.actor.id) }
    },
  }),
  sessionRoute({
    method: 'POST',
    path: '/access/accounts/:id/unlock',
    summary: text('解除临时锁定', 'Lift the lock after failed sign-ins'),
    allow: SECURITY,
    input: one,
    output: done,
    handle: async (visit, { id }) => {
      notOneself(visit, id)
      await unlock(visit.access, await findAccount(visit.context, id), visit.context.actor.id)
      return DONE
    },
  }),
  sessionRoute({
    method: 'POST',
    path: '/access/accounts/:id/revoke-sessions',
    summary: text('撤销全部登录会话', 'Revoke all sessions'),
    allow: SECURITY,
    input: one,
    output: z.object({ revoked: z.number().int() }),
    handle: async (visit, { id }) => {
      await findAccount(visit.context, id)
      return {
        revoked: await revokeSessions(visit.access, id, {
          actor: visit.context.actor.id,
          why: 'administrator',
        }),
      }
    },
  }),
  sessionRoute({
    method: 'POST',
    path: '/access/accounts/:id/reset-totp',
    summary: text('解除动态码', 'Take off TOTP'),
    allow: SECURITY,
    input: one,
    output: done,
    handle: async (visit, { id }) => {
      notOneself(visit, id)
      await findAccount(visit.context, id)
      await resetTotp(visit.access, id, visit.context.actor.id)
      return DONE
    },
  }),
]
