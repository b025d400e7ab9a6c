import { z } from 'zod'
import { appoint, changeGrid, endPost, lendPost, type Post, posts } from '../../../../kernel/access/index.ts'
import { getRow, notFound } from '../../../../kernel/store/index.ts'
import type { Context } from '../../../../kernel/system.ts'
import { text } from '../../../../kernel/text.ts'
import { type SessionRoute, sessionRoute } from '../register.ts'
import { notOneself } from './accounts.ts'
import { DONE, done, roleShape } from './shapes.ts'

const SECURITY = ['security'] as const
const id = z.string().max(100)
const gridShape = z.string().max(100).nullish().describe('The code of the grid that the post looks after')

/** Posts: given, lent with an end, and ended. */
export const postRoutes: readonly SessionRoute[] = [
  sessionRoute({
    method: 'POST',
    path: '/access/accounts/:id/posts',
    summary: text('任命岗位', 'Give a post'),
    allow: SECURITY,
    input: z.object({
      id,
      office: z.string().min(1).max(100),
      role: roleShape,
      grid: gridShape,
      from: z.iso.date(),
      to: z.iso.date().nullish(),
    }),
    output: z.object({ id: z.string() }),
    handle: async (visit, { id: account, ...post }) => {
      notOneself(visit, account)
      return { id: (await appoint(visit.context, { account, ...post }, visit.access)).id }
    },
  }),
  sessionRoute({
    method: 'POST',
    path: '/access/posts/:id/end',
    summary: text('结束岗位', 'End a post'),
    allow: SECURITY,
    input: z.object({ id, until: z.iso.date() }),
    output: done,
    handle: async (visit, { id: post, until }) => {
      notOneself(visit, (await find(visit.context, post)).account)
      await endPost(visit.context, post, until, visit.access)
      return DONE
    },
  }),
  sessionRoute({
    method: 'POST',
    path: '/access/posts/:id/grid',
    summary: text('调整岗位网格', 'Change the grid of a post'),
    allow: SECURITY,
    input: z.object({ id, grid: gridShape }),
    output: done,
    handle: async (visit, { id: post, grid }) => {
      notOneself(visit, (await find(visit.context, post)).account)
      await changeGrid(visit.context, post, grid || null, visit.access)
      return DONE
    },
  }),
  sessionRoute({
    method: 'POST',
    path: '/access/posts/:id/lend',
    summary: text('岗位交人代理', 'Lend a post'),
    allow: SECURITY,
    input: z.object({ id, to: id, from: z.iso.date(), until: z.iso.date() }),
    output: z.object({ id: z.string() }),
    handle: async (visit, { id: post, ...lending }) => {
      notOneself(visit, lending.to)
      const held = await find(visit.context, post)
      return { id: (await lendPost(visit.context, held, lending, visit.access)).id }
    },
  }),
]

async function find({ db }: Context, post: string): Promise<Post> {
  const row = await getRow(db, posts, post)
  if (!row) throw notFound(posts, post)
  return row as unknown as Post
}
