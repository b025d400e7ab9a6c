import {
  ACCOUNT_KINDS,
  type AccountKind,
  appoint,
  createAccount,
  findByLogin,
  giveTemporaryPassword,
  POST_ROLES,
  type PostRole,
  readPolicy,
  resetTotp,
} from '../../kernel/access/index.ts'
import { GaoxinError } from '../../kernel/errors.ts'
import { readSettings } from '../../kernel/store/index.ts'
import type { CommandIo, Context } from '../../kernel/system.ts'
import { type Text, text } from '../../kernel/text.ts'
import { deskOf } from '../desk.ts'
import type { Zone } from '../zone.ts'

export interface AccountOptions {
  readonly name?: string
  readonly kind: string
  readonly role?: string
  readonly office: string
  readonly enterprise?: string
  readonly grid?: string
}

/** Where what is done at the machine itself comes from, in the log of events. */
const HERE = 'localhost (gaoxin)'

const desk = async (context: Context) =>
  deskOf(context, readPolicy((await readSettings(context.db))['access.policy']), HERE)

/**
 * `gaoxin account create`: whoever runs the machine lets the first person in; from then on the security
 * administrator does it in the browser. Account, post and password are one change.
 */
export async function accountCreate(
  zone: Zone,
  io: CommandIo,
  login: string,
  { name = login, kind, role, office, enterprise, grid }: AccountOptions,
): Promise<number> {
  const [accountKind, postRole] = [
    oneOf(ACCOUNT_KINDS, '--kind', kind),
    role && oneOf(POST_ROLES, '--role', role),
  ]
  const password = await zone.context().transaction(async (context) => {
    const access = await desk(context)
    const account = await createAccount(
      context,
      { login, display: name, kind: accountKind as AccountKind, enterprise },
      access,
    )
    if (postRole)
      await appoint(
        context,
        { account: account.id, office, role: postRole as PostRole, grid, from: context.today },
        access,
      )
    return giveTemporaryPassword(access, account, context.actor.id)
  }, '命令行开户')
  show(io, login, password)
  return 0
}

/** `gaoxin account reset`: a new one-time password; the way back when the last administrator is locked out. */
export async function accountReset(
  zone: Zone,
  io: CommandIo,
  login: string,
  { totp = false }: { readonly totp?: boolean },
): Promise<number> {
  const password = await zone.context().transaction(async (context) => {
    const access = await desk(context)
    const account = await findByLogin(context, login)
    if (!account) throw unknown(login)
    const next = await giveTemporaryPassword(access, account, context.actor.id)
    if (totp) await resetTotp(access, account.id, context.actor.id)
    return next
  }, '命令行重置密码')
  show(io, login, password)
  return 0
}

function show(io: CommandIo, login: string, password: string): void {
  const say = ({ zh, en }: Text) => io.print(io.language === 'zh' ? zh : en)
  say(text(`登录名：${login}`, `Login name: ${login}`))
  say(text(`一次性密码：${password}`, `One-time password: ${password}`))
  say(
    text('首次登录后须立即修改；本密码不再显示', 'To be changed at the first sign-in; it is not shown again'),
  )
}

function oneOf(choices: Readonly<Record<string, Text>>, place: string, value: string): string {
  if (Object.hasOwn(choices, value)) return value
  const list = Object.entries(choices)
  throw new GaoxinError(
    'ACCOUNT_ARGUMENT',
    text(`${place} 没有“${value}”`, `${place} has no "${value}"`),
    text(
      `请用 ${list.map(([key, { zh }]) => `${key}（${zh}）`).join('、')}`,
      `Use one of ${list.map(([key]) => key).join(', ')}`,
    ),
    { place, value },
  )
}

const unknown = (login: string) =>
  new GaoxinError(
    'ACCOUNT_UNKNOWN',
    text('没有这个登录名', 'There is no such login name'),
    text('请核对登录名', 'Check the login name'),
    { place: 'LOGIN', value: login },
  )
