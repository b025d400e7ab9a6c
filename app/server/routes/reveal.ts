import { z } from 'zod'
import {
  getRow,
  notFound,
  personalColumns,
  type RecordDefinition,
  reveal,
} from '../../../kernel/store/index.ts'
import { defineRoute, type Route } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { allRecords } from '../../systems.ts'
import type { Zone } from '../../zone.ts'
import { forbidden } from '../problem.ts'
import { pathOf, permitted } from './records.ts'

/** Every record with personal columns: one value of one row in full, for a reason that is kept. */
export const revealRoutes = (zone: Zone): readonly Route[] =>
  [...allRecords(zone.systems).values()].flatMap((record) =>
    record.closed || personalColumns(record).length === 0 ? [] : [revealRoute(record)],
  )

const revealRoute = (record: RecordDefinition): Route =>
  defineRoute({
    method: 'POST',
    path: `${pathOf(record)}/:id/reveal`,
    summary: text(`查看${record.name.zh}的一项个人信息`, `See a personal value of ${record.name.en} in full`),
    allow: 'anyone',
    input: z.object({
      id: z.string().max(200),
      column: z.string().max(80),
      reason: z.string().max(500).describe('Kept with who asked and when'),
    }),
    output: z.object({ value: z.string().nullable() }),
    handle: async (context, { id, column, reason }) => {
      const permit = permitted(record, context.actor, 'reveal')
      const known = permit.record.columns[column]
      if (record.columns[column] && !known) throw forbidden()
      const { where } = permit
      if (where && !(await getRow(context.db, record, id, { where, vault: context.vault })))
        throw notFound(record, id)
      return { value: await reveal(context, record, id, column, reason) }
    },
  })
