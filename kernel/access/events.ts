import { sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { type Text, text } from '../text.ts'
import type { AccessContext } from './context.ts'

/** What can happen at the door. The keys are stored and never change their meaning. */
export const EVENT_KINDS = {
  'account-created': text('开户', 'Account created'),
  'account-active': text('启用账号', 'Account enabled'),
  'account-locked': text('停用账号', 'Account disabled'),
  'account-closed': text('注销账号', 'Account closed'),
  'signed-in': text('登录', 'Signed in'),
  'signed-out': text('退出', 'Signed out'),
  'code-asked': text('密码正确，等待动态码', 'Right password, code asked for'),
  'sign-in-failed': text('登录失败', 'Sign-in failed'),
  'sign-in-refused': text('登录被拒', 'Sign-in refused'),
  'locked-out': text('连续失败，临时锁定', 'Locked for a while after failures'),
  'lock-lifted': text('解除临时锁定', 'Lock lifted'),
  'session-revoked': text('会话被撤销', 'Session revoked'),
  'password-changed': text('修改密码', 'Password changed'),
  'password-reset': text('重置密码', 'Password reset'),
  'proof-failed': text('身份确认失败', 'Proof of identity failed'),
  'totp-started': text('开始绑定动态码', 'TOTP enrolment started'),
  'totp-enrolled': text('绑定动态码', 'TOTP enrolled'),
  'totp-removed': text('解除动态码', 'TOTP removed'),
  'recovery-used': text('使用恢复码', 'Recovery code used'),
  'recovery-renewed': text('更换恢复码', 'Recovery codes renewed'),
  'post-given': text('任命岗位', 'Post given'),
  'post-ended': text('结束岗位', 'Post ended'),
  'post-lent': text('岗位交人代理', 'Post lent'),
  'post-grid': text('调整岗位网格', 'Grid of a post changed'),
  'post-chosen': text('切换岗位', 'Post chosen'),
  'setting-changed': text('修改设置', 'Setting changed'),
} as const satisfies Record<string, Text>

export type EventKind = keyof typeof EVENT_KINDS

export interface AccessEvent {
  readonly seq: number
  readonly at: string
  readonly kind: EventKind
  /** Null where the login name is nobody's. */
  readonly account: string | null
  /** Who did it, where it was not the account's own person. */
  readonly actor: string | null
  readonly address: string
  readonly session: string | null
  readonly why: string | null
}

/** Writes one line; in the transaction of the act itself, so that neither is without the other. */
export async function recordEvent(
  { db, now, address }: Pick<AccessContext, 'db' | 'now' | 'address'>,
  kind: EventKind,
  about: {
    readonly account?: string | undefined
    readonly actor?: string | undefined
    readonly session?: string | undefined
    readonly why?: string | undefined
  },
): Promise<void> {
  await sql`insert into access.events (at, kind, account, actor, address, session, why)
    values (${now}, ${kind}, ${about.account ?? null}, ${about.actor ?? null}, ${address},
      ${about.session ?? null}, ${about.why ?? null})`.execute(db)
}

/** Newest first. `before` is the `seq` of the last line of the page before. */
export async function listEvents(
  db: Database,
  ask: {
    readonly account?: string | undefined
    readonly kind?: EventKind | undefined
    readonly before?: number | undefined
    readonly limit: number
  },
): Promise<readonly AccessEvent[]> {
  const account = ask.account ?? null
  const before = ask.before ?? null
  const kind = ask.kind ?? null
  const { rows } = await sql<AccessEvent>`select seq, at, kind, account, actor, address, session, why
    from access.events
    where (${account}::text is null or account = ${account})
      and (${kind}::text is null or kind = ${kind}) and (${before}::bigint is null or seq < ${before})
    order by seq desc limit ${ask.limit}`.execute(db)
  return rows
}
