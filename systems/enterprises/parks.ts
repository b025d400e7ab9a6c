/** 园区和孵化载体: where firms are together, and who runs the place. */
import { STAFF_READS } from '../../kernel/access/grants.ts'
import { defineRecord, type Row } from '../../kernel/store/record.ts'
import { text } from '../../kernel/text.ts'
import { KEPT, keeper } from './keeping.ts'

export const parks = defineRecord({
  id: 'enterprises.parks',
  name: text('园区和孵化器', 'Parks and incubators'),
  about: text(
    '区内的一个园区、孵化器、加速器或众创空间',
    'One park, incubator, accelerator or maker space of the zone',
  ),
  title: 'name',
  grants: [
    STAFF_READS,
    KEPT,
    {
      // That it is there is public; who runs it is a row of the register, which is not.
      roles: ['enterprise'],
      verbs: ['read'],
      fields: ['name', 'kind', 'level', 'opened_on', 'closed_on', 'place'],
    },
  ],
  columns: {
    name: { kind: 'text', name: text('名称', 'Name') },
    kind: {
      kind: 'choice',
      name: text('类别', 'Kind'),
      choices: {
        park: text('园区', 'Park'),
        incubator: text('孵化器', 'Incubator'),
        accelerator: text('加速器', 'Accelerator'),
        makerSpace: text('众创空间', 'Maker space'),
      },
    },
    level: {
      kind: 'choice',
      name: text('级别', 'Level'),
      help: text('认定它的最高一级；未认定的留空', 'The highest that recognised it; empty for none'),
      choices: {
        national: text('国家级', 'National'),
        provincial: text('省级', 'Provincial'),
        municipal: text('市级', 'Municipal'),
        zone: text('区级', 'Of the zone'),
      },
      optional: true,
    },
    operator: {
      kind: 'reference',
      record: 'enterprises.enterprises',
      name: text('运营主体', 'Operator'),
      optional: true,
    },
    opened_on: { kind: 'date', name: text('启用日期', 'Opened on'), optional: true },
    closed_on: {
      kind: 'date',
      name: text('停止日期', 'Closed on'),
      help: text('这一天起不再运营', 'The first day on which it is no more'),
      optional: true,
    },
    place: {
      kind: 'place',
      name: text('经纬度', 'Place'),
      help: text('2000 国家大地坐标系（CGCS2000）十进制度', 'Decimal degrees of CGCS2000'),
      optional: true,
    },
    keeper,
  },
  unique: [['name']],
})

export type ParkRow = Row<typeof parks>
