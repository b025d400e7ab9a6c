import { z } from 'zod'
import {
  confirmTotp,
  listSessions,
  proveByPassword,
  removeTotp,
  renewRecoveryCodes,
  revokeSession,
  revokeSessions,
  startTotp,
} from '../../../../kernel/access/index.ts'
import { text } from '../../../../kernel/text.ts'
import { ZONE } from '../../../zone.ts'
import { type SessionRoute, sessionRoute, signedIn } from '../register.ts'
import { DONE, done, typed } from './shapes.ts'

const code = z.object({ code: z.string().min(1).max(100) })
const codes = z.object({ recoveryCodes: z.array(z.string()).describe('Shown this once') })

/** A person's own sessions and telephone. */
export const securityRoutes: readonly SessionRoute[] = [
  sessionRoute({
    method: 'GET',
    path: '/session/sessions',
    summary: text('本人的登录会话', 'Own open sessions'),
    allow: 'signedIn',
    input: z.object({}),
    output: z.array(
      z.object({
        id: z.string(),
        created_at: z.string(),
        seen_at: z.string(),
        address: z.string(),
        agent: z.string(),
        isThis: z.boolean().describe('The session that asks'),
      }),
    ),
    handle: async (visit) => {
      const { id, account } = signedIn(visit)
      const list = await listSessions(visit.access, account.id)
      return list.map((one) => ({ ...one, isThis: one.id === id }))
    },
  }),
  sessionRoute({
    method: 'POST',
    path: '/session/sessions/:id/revoke',
    summary: text('撤销一个登录会话', 'Revoke one session'),
    allow: 'signedIn',
    input: z.object({ id: z.string().max(100) }),
    output: done,
    handle: async (visit, { id }) => {
      await revokeSession(visit.access, signedIn(visit).account.id, id)
      return DONE
    },
  }),
  sessionRoute({
    method: 'POST',
    path: '/session/sessions/revoke-others',
    summary: text('撤销其他登录会话', 'Revoke all other sessions'),
    allow: 'signedIn',
    input: z.object({}),
    output: z.object({ revoked: z.number().int() }),
    handle: async (visit) => {
      const { id, account } = signedIn(visit)
      return { revoked: await revokeSessions(visit.access, account.id, { keep: id }) }
    },
  }),
  sessionRoute({
    method: 'POST',
    path: '/session/totp',
    summary: text('开始绑定动态码', 'Begin TOTP enrolment'),
    allow: 'signedIn',
    // A stolen session must not be enough to bind another telephone.
    input: z.object({ current: typed }),
    output: z.object({ url: z.string(), secret: z.string() }),
    handle: async (visit, { current }) => {
      const session = signedIn(visit)
      await proveByPassword(visit.access, session, current)
      return startTotp(visit.access, session.account, ZONE.name.zh)
    },
  }),
  sessionRoute({
    method: 'POST',
    path: '/session/totp/confirm',
    summary: text('确认动态码', 'Confirm TOTP by its first code'),
    allow: 'signedIn',
    input: code,
    output: codes,
    handle: async (visit, { code: given }) => ({
      recoveryCodes: [...(await confirmTotp(visit.access, signedIn(visit).account.id, given))],
    }),
  }),
  sessionRoute({
    method: 'POST',
    path: '/session/totp/remove',
    summary: text('解除动态码', 'Remove TOTP'),
    allow: 'signedIn',
    input: code,
    output: done,
    handle: async (visit, { code: given }) => {
      await removeTotp(visit.access, signedIn(visit), given)
      return DONE
    },
  }),
  sessionRoute({
    method: 'POST',
    path: '/session/totp/recovery-codes',
    summary: text('更换恢复码', 'New recovery codes'),
    allow: 'signedIn',
    input: code,
    output: codes,
    handle: async (visit, { code: given }) => ({
      recoveryCodes: [...(await renewRecoveryCodes(visit.access, signedIn(visit), given))],
    }),
  }),
]
