import { z } from 'zod'
import { type Actor, SOMEBODY } from '../../../kernel/access/actor.ts'
import { permitFor } from '../../../kernel/access/grants.ts'
import { removeView, saveView, type ViewRow, viewsOf } from '../../../kernel/access/views.ts'
import { defineRoute, type Route } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { allRecords } from '../../systems.ts'
import type { Zone } from '../../zone.ts'
import { forbidden } from '../problem.ts'

const view = z.object({
  id: z.string(),
  name: z.string(),
  query: z.string().describe('The part of the list’s address after the question mark'),
  shared: z.boolean().describe('Shown to the owner’s office'),
  own: z.boolean(),
})

/** Saved views of any list that the asking person may read. */
export const viewRoutes = (zone: Zone): readonly Route[] => [
  defineRoute({
    method: 'GET',
    path: '/views',
    summary: text('一个列表的视图', 'Saved views of a list'),
    allow: 'anyone',
    input: z.object({ record: z.string().max(200) }),
    output: z.array(view),
    handle: async (context, { record }) => {
      const { actor } = context
      const isTold = SOMEBODY.includes(actor.role) && isReadable(zone, actor, record)
      return isTold ? (await viewsOf(context, record)).map((row) => shown(row, actor.id)) : []
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/views',
    summary: text('保存视图', 'Save a view'),
    allow: SOMEBODY,
    input: z.object({
      record: z.string().max(200),
      name: z.string().trim().min(1).max(60),
      query: z.string().min(1).max(4000),
      shared: z.boolean().default(false),
    }),
    output: view,
    handle: async (context, given) => {
      if (!isReadable(zone, context.actor, given.record)) throw forbidden()
      return shown(await saveView(context, given), context.actor.id)
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/views/:id',
    summary: text('删除视图', 'Remove a view'),
    allow: SOMEBODY,
    input: z.object({ id: z.string().max(200) }),
    output: z.object({ id: z.string() }),
    handle: async (context, { id }) => {
      await removeView(context, id)
      return { id }
    },
  }),
]

function isReadable(zone: Zone, actor: Actor, id: string): boolean {
  const record = allRecords(zone.systems).get(id)
  return record !== undefined && !record.closed && permitFor(record, actor, 'read') !== undefined
}

const shown = ({ id, name, query, shared, owner }: ViewRow, actor: string) => ({
  id,
  name,
  query,
  shared,
  own: owner === actor,
})
