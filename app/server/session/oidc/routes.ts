import { z } from 'zod'
import {
  createAccount,
  findByLogin,
  recordEvent,
  signInRecognised,
  signOut,
} from '../../../../kernel/access/index.ts'
import { GaoxinError } from '../../../../kernel/errors.ts'
import { text } from '../../../../kernel/text.ts'
import { type SessionRoute, sessionRoute, type Visit } from '../register.ts'
import { DONE, done } from '../routes/shapes.ts'
import type { Flow, Provider } from './provider.ts'

/** The page to which the provider sends people back. */
const CALLBACK = '/sign-in/callback'
const MINUTES = 10
const CELL = { record: 'access.oidc', column: 'flow', row: '' }

/** To an identity provider and back. What must be remembered meanwhile is in a cookie under the zone's keys. */
export const oidcRoutes = (provider: Provider): readonly SessionRoute[] => [
  sessionRoute({
    method: 'POST',
    path: '/session/oidc/start',
    summary: text('前往统一身份认证', 'Begin to sign in with the identity provider'),
    allow: 'anyone',
    door: true,
    input: z.object({}),
    output: z.object({ url: z.string() }),
    handle: async ({ access, origin, giveFlow }) => {
      const { url, flow } = await provider.begin(`${origin}${CALLBACK}`)
      const until = Date.parse(access.now) + MINUTES * 60_000
      giveFlow(access.vault.encrypt(JSON.stringify({ ...flow, until }), CELL), MINUTES * 60)
      return { url }
    },
  }),
  sessionRoute({
    method: 'POST',
    path: '/session/oidc/finish',
    summary: text('由统一身份认证登录', 'Sign in with what the identity provider answered'),
    allow: 'anyone',
    door: true,
    input: z.object({ search: z.string().max(4000) }),
    output: done,
    handle: async (visit, { search }) => {
      const { access, agent, session, enter, giveFlow } = visit
      const flow = flowOf(visit)
      giveFlow('', 0)
      const { login, display } = await provider.finish(flow, search).catch(async (error: unknown) => {
        await recordEvent(access, 'sign-in-failed', { why: 'oidc' })
        throw error
      })
      if (provider.settings.create) await createMissing(visit, login, display)
      const opened = await signInRecognised(access, { login, agent })
      if (session) await signOut(access, session)
      enter(opened)
      return DONE
    },
  }),
]

/** @throws GaoxinError OIDC_FLOW: not begun in this browser, or too long ago, or used already */
function flowOf({ access, readFlow }: Visit): Flow {
  try {
    const { until, ...flow } = JSON.parse(access.vault.decrypt(readFlow() ?? '', CELL))
    if (until > Date.parse(access.now)) return flow as Flow
  } catch {
    // Said below: whatever it is, it was not begun here.
  }
  throw new GaoxinError(
    'OIDC_FLOW',
    text('这次登录不是由本浏览器发起，或已过期', 'This sign-in was not begun in this browser, or is too old'),
    text('请回到登录页重新开始', 'Begin again on the sign-in page'),
    { place: 'flow', status: 401 },
  )
}

/** An account without a post, by which nothing can be done until the security administrator gives it one. */
async function createMissing({ zone, access }: Visit, login: string, display: string): Promise<void> {
  if (await findByLogin(access, login)) return
  await createAccount(zone.context(), { login, display, kind: 'officer' }, access)
}
