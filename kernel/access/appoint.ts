import { sql } from 'kysely'
import { GaoxinError } from '../errors.ts'
import { createRow, notFound, updateRow } from '../store/changes.ts'
import { TEXT_FORMATS } from '../store/formats.ts'
import { getRow } from '../store/rows.ts'
import type { Context } from '../system.ts'
import { text } from '../text.ts'
import { ADMINISTRATORS, type Role } from './actor.ts'
import { recordEvent } from './events.ts'
import { offices } from './offices.ts'
import { findAccount, type Moment } from './people.ts'
import { type Post, type PostRole, posts } from './posts.ts'

/** A post to be given to a person. */
export interface Appointment {
  readonly account: string
  readonly office: string
  readonly role: PostRole
  /** A grid code; a grid worker has one. */
  readonly grid?: string | null | undefined
  readonly from: string
  /** The first day without it. */
  readonly to?: string | null | undefined
}

/**
 * Gives a person a post. Whether the actor may do so is the caller's to decide.
 * @throws GaoxinError POST_ACCOUNT, POST_OFFICE, POST_GRID, POST_DAYS, POST_SEPARATION, RECORD_NOT_FOUND
 */
export const appoint = (
  outer: Context,
  { to = null, grid = null, ...appointment }: Appointment,
  { now, address }: Moment,
): Promise<Post> =>
  outer.transaction(async (context) => {
    const { kind, state } = await findAccount(context, appointment.account)
    if (kind !== 'officer' || state === 'closed') throw noOfficer(appointment.account)
    if (!(await getRow(context.db, offices, appointment.office))) throw noOffice(appointment.office)
    checkGrid(appointment.role, grid)
    if (to !== null && to <= appointment.from) throw endsTooSoon(to)
    await keepApart(context, { ...appointment, to })
    const row = await createRow(context, posts, { ...appointment, grid, to })
    await recordEvent({ db: context.db, now, address }, 'post-given', {
      account: appointment.account,
      actor: context.actor.id,
      why: [appointment.role, appointment.office, ...(grid ? [grid] : [])].join(' · '),
    })
    return row as unknown as Post
  }, '任命岗位')

/**
 * Ends a post, its own or lent. A post that has not begun ends on its first day: it is never held.
 * @param until the first day without it, today or later
 * @throws GaoxinError POST_DAYS, RECORD_NOT_FOUND
 */
export const endPost = (outer: Context, id: string, until: string, { now, address }: Moment): Promise<Post> =>
  outer.transaction(async (context) => {
    const post = (await getRow(context.db, posts, id)) as unknown as Post | undefined
    if (!post) throw notFound(posts, id)
    if (until < context.today || (post.to !== null && until > post.to)) throw endsTooSoon(until)
    const to = until < post.from ? post.from : until
    const row = await updateRow(context, posts, id, { to })
    await recordEvent({ db: context.db, now, address }, 'post-ended', {
      account: post.account,
      actor: context.actor.id,
      why: `${post.role} · ${post.office} → ${to}`,
    })
    return row as unknown as Post
  }, '结束岗位')

/**
 * Gives a post another grid to look after, or none; posts lent from it follow.
 * @throws GaoxinError POST_GRID, RECORD_NOT_FOUND
 */
export const changeGrid = (
  outer: Context,
  id: string,
  grid: string | null,
  { now, address }: Moment,
): Promise<Post> =>
  outer.transaction(async (context) => {
    const post = (await getRow(context.db, posts, id)) as unknown as Post | undefined
    if (!post) throw notFound(posts, id)
    checkGrid(post.role, grid)
    const row = await updateRow(context, posts, id, { grid })
    const { rows: lent } = await sql<{
      id: string
    }>`select id from access.posts where delegated_by = ${id}`.execute(context.db)
    for (const one of lent) await updateRow(context, posts, one.id, { grid })
    await recordEvent({ db: context.db, now, address }, 'post-grid', {
      account: post.account,
      actor: context.actor.id,
      why: `${post.grid ?? '-'} → ${grid ?? '-'}`,
    })
    return row as unknown as Post
  }, '调整岗位网格')

/** @throws GaoxinError POST_GRID when it is no code, or when a grid worker would have none */
function checkGrid(role: string, grid: string | null): void {
  const isRight =
    grid === null ? role !== 'gridWorker' : TEXT_FORMATS.grid.check(TEXT_FORMATS.grid.normalise(grid))
  if (!isRight) throw wrongGrid(grid)
}

/**
 * Nobody is two of the three administrators at any time, own and lent posts together.
 * @throws GaoxinError POST_SEPARATION
 */
export async function keepApart(
  { db }: Pick<Context, 'db'>,
  given: {
    readonly account: string
    readonly role: string
    readonly from: string
    readonly to: string | null
  },
): Promise<void> {
  const others = ADMINISTRATORS.filter((role) => role !== given.role)
  if (!ADMINISTRATORS.includes(given.role as Role)) return
  // Appointments of one person one after another: two at once would not see each other.
  await sql`select from access.accounts where id = ${given.account} for update`.execute(db)
  const { rows } = await sql`select from access.posts
    where account = ${given.account} and role = any(${others})
      and ("to" is null or "to" > ${given.from}) and ("to" is null or "to" > "from")
      and (${given.to}::date is null or "from" < ${given.to})`.execute(db)
  if (rows.length === 0) return
  throw new GaoxinError(
    'POST_SEPARATION',
    text(
      '系统、安全、审计三类管理员不能由一人兼任',
      'System, security and audit administrator must be different people',
    ),
    text('请任命另一个人，或先结束其现有的管理员岗位', 'Appoint somebody else, or end the other post first'),
    { place: posts.id, value: given.role, status: 422 },
  )
}

const noOfficer = (account: string) =>
  new GaoxinError(
    'POST_ACCOUNT',
    text('只有在用的工作人员账号可以任命岗位', 'Only an officer whose account is not closed can hold a post'),
    text('企业和居民账号不需要岗位', 'Accounts of enterprises and residents need none'),
    { place: 'account', value: account, status: 422 },
  )

const noOffice = (office: string) =>
  new GaoxinError(
    'POST_OFFICE',
    text(`机构名册中没有“${office}”`, `There is no office "${office}" in the register`),
    text('请先由系统管理员登记机构', 'Have the system administrator enter the office first'),
    { place: 'office', value: office, status: 422 },
  )

const wrongGrid = (grid: string | null) =>
  new GaoxinError(
    'POST_GRID',
    grid === null
      ? text('网格员须有所负责的网格', 'A grid worker looks after a grid')
      : text('这不是网格编码', 'This is no grid code'),
    text(`请填写${TEXT_FORMATS.grid.format.zh}`, `Enter ${TEXT_FORMATS.grid.format.en}`),
    { place: 'grid', value: grid, status: 422 },
  )

const endsTooSoon = (day: string) =>
  new GaoxinError(
    'POST_DAYS',
    text('岗位的结束日期不合要求', 'A post cannot end on that day'),
    text(
      '应晚于开始日期，不早于今天，也不晚于原定结束日期',
      'It must be after the first day, not before today, nor after the day it was to end',
    ),
    { place: 'to', value: day, status: 422 },
  )
