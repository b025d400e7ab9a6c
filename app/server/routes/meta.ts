import { z } from 'zod'
import { ROLES, STAFF } from '../../../kernel/access/actor.ts'
import { isWhole, permissions, permitFor } from '../../../kernel/access/grants.ts'
import { type OfficeRow, offices } from '../../../kernel/access/offices.ts'
import { officerNames } from '../../../kernel/access/people.ts'
import { figureRecords } from '../../../kernel/figures/index.ts'
import { devices } from '../../../kernel/series/index.ts'
import { textShape } from '../../../kernel/shapes.ts'
import { exchangeRecords } from '../../../kernel/store/exchange/index.ts'
import { listRows, type RecordDefinition } from '../../../kernel/store/index.ts'
import { defineRoute, GROUPS, type Route } from '../../../kernel/system.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { ZONE, type Zone } from '../../zone.ts'
import { demonstrationPeople } from '../actors.ts'
import { aheadShape, officeShape, personShape, systemShape } from './shapes.ts'

/** Who brings rows in, by name. */
const filledBy = ({ grants = [] }: RecordDefinition): readonly Text[] => {
  const roles = grants
    .filter(({ verbs }) => verbs.includes('create') || verbs.includes('import'))
    .flatMap((grant) => grant.roles)
  return [...new Set(roles)].map((role) => ROLES[role])
}

/** What the browser needs to build itself: the zone, who I am, the systems and their declarations. */
export const metaRoutes = (zone: Zone): readonly Route[] => [
  defineRoute({
    method: 'GET',
    path: '/meta',
    summary: text('系统目录与当前身份', 'Declarations and the current person'),
    allow: 'anyone',
    input: z.object({}),
    output: z.object({
      zone: z.object({ name: textShape, demonstration: z.boolean(), today: z.string(), ahead: aheadShape }),
      actor: personShape,
      groups: z.record(z.string(), textShape),
      systems: z.array(systemShape),
      offices: z.array(officeShape),
      people: z.array(personShape),
      names: z
        .record(z.string(), z.string())
        .describe('Who stands behind the ids in “recorded by”, for staff'),
    }),
    handle: async (context) => {
      const readable = (records: readonly RecordDefinition[]) =>
        records.flatMap((record) => {
          const permit = record.closed ? undefined : permitFor(record, context.actor, 'read')
          if (!permit) return []
          const { id, name, about, title, valid, columns, groups, edge } = permit.record
          const shown = { id, name, about, title, valid, columns, groups, edge }
          return [
            {
              ...shown,
              whole: isWhole(record, permit),
              may: permissions(record, context.actor),
              filledBy: filledBy(record),
            },
          ]
        })
      return {
        zone: { name: ZONE.name, demonstration: zone.demonstration, today: context.today, ahead: zone.ahead },
        actor: context.actor,
        groups: GROUPS,
        systems: [
          ...zone.systems.map(({ id, name, group, office, about, pages = [], records, indicators }) => ({
            id,
            name,
            group,
            office,
            about,
            pages,
            records: readable(records),
            indicators: indicators.length,
          })),
          {
            id: 'figures',
            name: text('指标台账', 'Figures'),
            group: 'plan',
            office: 'statistics',
            about: text('同级地区数据与报告所列数字', 'Peer series and stated figures'),
            pages: [],
            records: readable(figureRecords),
            indicators: 0,
          },
          {
            id: 'access',
            name: text('机构与权限', 'Offices'),
            group: 'self',
            office: 'office',
            about: text('机构名册', 'The register of offices'),
            pages: [],
            records: readable([offices]),
            indicators: 0,
          },
          {
            id: 'series',
            name: text('监测', 'Telemetry'),
            group: 'city',
            office: 'office',
            about: text('监测设备与读数', 'Devices and their readings'),
            pages: permitFor(devices, context.actor, 'read')
              ? [{ path: '/series', name: text('设备与监测量', 'Devices and series') }]
              : [],
            records: readable([devices]),
            indicators: 0,
          },
          {
            id: 'exchange',
            name: text('导入导出', 'Import and export'),
            group: 'self',
            office: 'office',
            about: text('文件导入与导出的记录', 'What was read in from files and handed out'),
            pages: [],
            records: readable(exchangeRecords),
            indicators: 0,
          },
        ],
        offices: (await listRows(context.db, offices, { offset: 0, limit: 500, sort: 'sort' }))
          .rows as unknown as OfficeRow[],
        people: await demonstrationPeople(zone),
        names: STAFF.includes(context.actor.role) ? await officerNames(context.db) : {},
      }
    },
  }),
]
