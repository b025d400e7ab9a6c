import type { FastifyInstance } from 'fastify'
import {
  type Account,
  type AccountKind,
  appoint,
  createAccount,
  DEFAULT_POLICY,
  type PostRole,
  resetPassword,
} from '../../../kernel/access/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { deskOf } from '../../desk.ts'

export const PASSWORD = 'Tram-Violet-39x'
/** An invented 统一社会信用代码 whose check digit is right. */
export const ENTERPRISE = '91330201MA2AGXDX0B'

/** A browser as far as the server sees one: it keeps cookies, and sends back what pages send. */
export function openBrowser(
  server: FastifyInstance,
  { headers = {} }: { headers?: Record<string, string> } = {},
) {
  const cookies = new Map<string, string>()
  const send = async (
    method: 'GET' | 'POST',
    url: string,
    payload?: object,
    more: Record<string, string> = {},
  ) => {
    const csrf = [...cookies].find(([name]) => name.endsWith('-csrf'))?.[1]
    const answer = await server.inject({
      method,
      url,
      ...(payload ? { payload } : {}),
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(csrf && method === 'POST' ? { 'x-csrf-token': csrf } : {}),
        ...headers,
        ...more,
      },
    })
    for (const cookie of answer.cookies) {
      if (cookie.maxAge === 0) cookies.delete(cookie.name)
      else cookies.set(cookie.name, cookie.value)
    }
    return answer
  }
  return {
    cookies,
    get: (url: string, more?: Record<string, string>) => send('GET', url, undefined, more),
    post: (url: string, payload: object = {}, more?: Record<string, string>) =>
      send('POST', url, payload, more),
    signIn: (login: string, password = PASSWORD, code?: string) =>
      send('POST', '/api/session/sign-in', { login, password, ...(code ? { code } : {}) }),
  }
}
export type Browser = ReturnType<typeof openBrowser>

/** A person with a password of their own and, given a role, a post in the committee. */
export async function person(
  context: Context,
  login: string,
  {
    role,
    kind = 'officer',
    enterprise,
    grid,
    temporary = false,
  }: {
    role?: PostRole
    kind?: AccountKind
    enterprise?: string
    grid?: string
    temporary?: boolean
  } = {},
): Promise<Account> {
  const access = deskOf(context, DEFAULT_POLICY, 'test')
  const account = await createAccount(context, { login, display: login, kind, enterprise }, access)
  await resetPassword(access, account, PASSWORD, 'test')
  if (!temporary)
    await context.db
      .updateTable('access.passwords')
      .set({ temporary: false })
      .where('account', '=', account.id)
      .execute()
  if (role)
    await appoint(
      context,
      { account: account.id, office: 'committee', role, grid, from: context.today },
      access,
    )
  return account
}
