import { sql } from 'kysely'
import { GaoxinError } from '../errors.ts'
import { createRow } from '../store/changes.ts'
import type { Database } from '../store/database.ts'
import type { Context } from '../system.ts'
import { type Text, text } from '../text.ts'
import type { Account, AccountState } from './accounts.ts'
import type { Actor, Role } from './actor.ts'
import { keepApart } from './appoint.ts'
import { recordEvent } from './events.ts'
import { findAccount, type Moment } from './people.ts'
import { type Post, posts } from './posts.ts'

/** What of a post says who may act by it. */
export type Held = Pick<Post, 'id' | 'account' | 'office' | 'role' | 'grid' | 'from' | 'to' | 'delegated_by'>

/** A post that a person may act by on some day. */
export interface ActingPost {
  readonly post: Held
  /** The post that was lent, where it is not the person's own. */
  readonly lent?: Held
}

/** From its first day on, until the first day without it. */
const holds = ({ from, to }: Pick<Held, 'from' | 'to'>, day: string): boolean =>
  from <= day && (to === null || day < to)

/**
 * The posts by which a person may act on a day: their own that hold that day, and those lent to them that hold that
 * day, as long as the lender holds them too and is still there. A lent post is the lender's, office, role and grid,
 * whatever its row says, and is never lent on.
 *
 * @param among at least the person's posts and the posts that these were lent from
 * @param closed accounts that are not active: they lend nothing
 */
export function actingPosts(
  account: string,
  among: readonly Held[],
  day: string,
  closed: ReadonlySet<string> = new Set(),
): readonly ActingPost[] {
  const byId = new Map(among.map((post) => [post.id, post]))
  return among
    .filter((post) => post.account === account && holds(post, day))
    .flatMap((post): readonly ActingPost[] => {
      if (post.delegated_by === null) return [{ post }]
      const lent = byId.get(post.delegated_by)
      const mayAct =
        lent &&
        post.to !== null &&
        lent.delegated_by === null &&
        lent.account !== account &&
        holds(lent, day) &&
        !closed.has(lent.account)
      return mayAct
        ? [{ post: { ...post, office: lent.office, role: lent.role, grid: lent.grid }, lent }]
        : []
    })
}

/** Who acts, when a person acts by one of their posts. */
export const actorBy = (account: Pick<Account, 'id' | 'display'>, { post, lent }: ActingPost): Actor => ({
  id: account.id,
  name: account.display,
  role: post.role as Role,
  office: post.office,
  ...(post.grid ? { grid: post.grid } : {}),
  ...(lent ? { standsFor: lent.account } : {}),
})

/** The posts by which a person may act on a day, from the database; none when the account is not active. */
export async function postsOf(db: Database, account: string, day: string): Promise<readonly ActingPost[]> {
  const { rows } = await sql<Held & { state: AccountState }>`
    select p.id, p.account, p.office, p.role, p.grid, p."from", p."to", p.delegated_by, a.state
    from access.posts p join access.accounts a on a.id = p.account
    where p.account = ${account} or p.id in (
      select delegated_by from access.posts where account = ${account} and delegated_by is not null)
    order by p."from", p.id`.execute(db)
  const closed = new Set(rows.filter(({ state }) => state !== 'active').map((row) => row.account))
  if (closed.has(account)) return []
  return actingPosts(
    account,
    rows.map(({ state: _, ...post }) => post),
    day,
    closed,
  )
}

/** To whom and for how long a post is to be lent. */
export interface Lending {
  readonly to: string
  readonly from: string
  /** The first day without it. */
  readonly until: string
}

/** Why a post cannot be lent so; nothing when it can. */
export function checkLending(post: Held, { to, from, until }: Lending, today: string): readonly Text[] {
  const reasons: (Text | false)[] = [
    post.delegated_by !== null &&
      text('代理来的岗位不能再交人代理', 'A post that was lent cannot be lent on'),
    to === post.account && text('不能交给本人代理', 'It cannot be lent to its own holder'),
    until <= from && text('结束日期要晚于开始日期', 'It must end after it begins'),
    from < today && text('不能从已经过去的日期开始', 'It cannot begin in the past'),
    (from < post.from || (post.to !== null && until > post.to)) &&
      text('超出本人担任该岗位的期间', 'It goes beyond the time for which the post is held'),
  ]
  return reasons.filter((reason) => reason !== false)
}

/**
 * Lends a post to another person for a while. Whether the actor may do so is the caller's to decide.
 * @throws GaoxinError POST_LENDING with every reason, RECORD_NOT_FOUND when there is no such person
 */
export const lendPost = (
  outer: Context,
  post: Held,
  lending: Lending,
  { now, address }: Moment,
): Promise<Post> =>
  outer.transaction(async (context) => {
    const reasons = checkLending(post, lending, context.today)
    if (reasons.length > 0) throw refused(reasons, lending)
    const borrower = await findAccount(context, lending.to)
    if (borrower.state !== 'active' || borrower.kind !== 'officer')
      throw refused([text('代理人的账号不可用', 'The account of that person cannot act')], lending)
    await keepApart(context, { account: lending.to, role: post.role, from: lending.from, to: lending.until })
    const row = await createRow(context, posts, {
      account: lending.to,
      office: post.office,
      role: post.role,
      ...(post.grid ? { grid: post.grid } : {}),
      from: lending.from,
      to: lending.until,
      delegated_by: post.id,
    })
    await recordEvent({ db: context.db, now, address }, 'post-lent', {
      account: lending.to,
      actor: context.actor.id,
      why: `${post.id} → ${lending.until}`,
    })
    return row as unknown as Post
  }, '岗位代理')

const refused = (reasons: readonly Text[], lending: Lending) =>
  new GaoxinError(
    'POST_LENDING',
    text(
      `不能这样代理：${reasons.map(({ zh }) => zh).join('；')}`,
      `It cannot be lent so: ${reasons.map(({ en }) => en).join('; ')}`,
    ),
    text('请修改代理人或日期', 'Change the person or the days'),
    { place: posts.id, value: lending, status: 422 },
  )
