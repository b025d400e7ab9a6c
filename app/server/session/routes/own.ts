import { z } from 'zod'
import {
  ACCOUNT_KINDS,
  ACCOUNT_STATES,
  type AccountKind,
  type ActingPost,
  changePassword,
  choosePost,
  chosenPost,
  EVENT_KINDS,
  findAccount,
  hasTotp,
  POST_ROLES,
  postsOf,
  ROLES,
  recoveryCodesLeft,
  signIn,
  signOut,
} from '../../../../kernel/access/index.ts'
import { textShape } from '../../../../kernel/shapes.ts'
import type { Context } from '../../../../kernel/system.ts'
import { text } from '../../../../kernel/text.ts'
import { ZONE } from '../../../zone.ts'
import { refuse } from '../../problem.ts'
import { type SessionRoute, sessionRoute, signedIn, type Visit } from '../register.ts'
import { currentShape, DONE, done, typed } from './shapes.ts'

const names = z.record(z.string(), textShape)

/** Signing in and out, and by which post one acts. */
export const ownRoutes = (provider: string | null): readonly SessionRoute[] => [
  sessionRoute({
    method: 'GET',
    path: '/session',
    summary: text('当前登录', 'Who has signed in'),
    allow: 'anyone',
    door: true,
    input: z.object({}),
    output: currentShape,
    handle: (visit) => current(visit, provider),
  }),
  sessionRoute({
    method: 'GET',
    path: '/access/choices',
    summary: text(
      '角色、账号类别与状态、事件的名称',
      'Names of roles, kinds and states of accounts, and events',
    ),
    allow: 'anyone',
    door: true,
    input: z.object({}),
    output: z.object({ roles: names, postRoles: names, kinds: names, states: names, events: names }),
    handle: async () => ({
      roles: ROLES,
      postRoles: POST_ROLES,
      kinds: ACCOUNT_KINDS,
      states: ACCOUNT_STATES,
      events: EVENT_KINDS,
    }),
  }),
  sessionRoute({
    method: 'POST',
    path: '/session/sign-in',
    summary: text('登录', 'Sign in'),
    allow: 'anyone',
    door: true,
    input: z.object({ login: typed, password: typed, code: z.string().max(100).optional() }),
    output: done,
    handle: async ({ access, session, agent, enter }, { login, password, code }) => {
      const opened = await signIn(access, { login, password, code: code || undefined, agent })
      // Whoever sat here before is gone.
      if (session) await signOut(access, session)
      enter(opened)
      return DONE
    },
  }),
  sessionRoute({
    method: 'POST',
    path: '/session/sign-out',
    summary: text('退出', 'Sign out'),
    allow: 'anyone',
    door: true,
    input: z.object({}),
    output: done,
    handle: async ({ access, session, leave }) => {
      if (session) await signOut(access, session)
      leave()
      return DONE
    },
  }),
  sessionRoute({
    method: 'POST',
    path: '/session/password',
    summary: text('修改密码', 'Change the password'),
    allow: 'signedIn',
    door: true,
    input: z.object({ current: typed, next: typed }),
    output: done,
    handle: async (visit, passwords) => {
      visit.enter(await changePassword(visit.access, signedIn(visit), passwords))
      return DONE
    },
  }),
  sessionRoute({
    method: 'POST',
    path: '/session/post',
    summary: text('选择办理岗位', 'Choose the post to act by'),
    allow: 'signedIn',
    input: z.object({ post: z.string().max(100) }),
    output: done,
    handle: async (visit, { post }) => {
      const session = signedIn(visit)
      const held = await postsOf(visit.context.db, session.account.id, visit.context.today)
      if (!held.some((one) => one.post.id === post))
        throw refuse('POST_NOT_HELD', '您现在没有这个岗位', 'You do not hold this post now', 404)
      await choosePost(visit.access, session, post)
      return DONE
    },
  }),
]

async function current(
  { zone, context, access, session }: Visit,
  provider: string | null,
): Promise<z.infer<typeof currentShape>> {
  const frame = { zone: { name: ZONE.name, demonstration: zone.demonstration, ahead: zone.ahead }, provider }
  if (!session) return { ...frame, person: null }
  const { id, login, display, kind, enterprise } = session.account
  const held = await postsOf(context.db, id, context.today)
  return {
    ...frame,
    person: {
      login,
      display,
      kind,
      enterprise,
      by: session.by,
      mustChange: session.mustChange,
      acting: context.actor,
      post: chosenPost(held, session.post)?.post.id ?? null,
      posts: await Promise.all(held.map((one) => shown(context, one))),
      rule: access.policy.password[kind as AccountKind],
      totp: await hasTotp(access, id),
      recoveryCodesLeft: await recoveryCodesLeft(access, id),
    },
  }
}

const shown = async (context: Context, { post, lent }: ActingPost) => ({
  id: post.id,
  office: post.office,
  role: post.role,
  grid: post.grid,
  from: post.from,
  to: post.to,
  lentBy: lent ? (await findAccount(context, lent.account)).display : null,
})
