import { defineRecord, type Row } from '../store/record.ts'
import { text } from '../text.ts'
import { PUBLISHED } from './grants.ts'

/** The register of offices: what every column of kind `office` points at; the id of a row is the office's id. */
export const offices = defineRecord({
  id: 'access.offices',
  name: text('机构', 'Offices'),
  about: text(
    '管委会的一个部门、分局、中心、街道或国有企业',
    'A bureau, branch, centre, street or company of the zone',
  ),
  title: 'name',
  grants: [PUBLISHED, { roles: ['system'], verbs: ['create', 'change', 'import'] }],
  columns: {
    name: { kind: 'text', name: text('名称', 'Name') },
    short: { kind: 'text', name: text('简称', 'Short name') },
    name_en: { kind: 'text', name: text('英文名', 'English name') },
    parent: { kind: 'office', name: text('上级机构', 'Under'), optional: true },
    kind: {
      kind: 'choice',
      name: text('类别', 'Kind'),
      choices: {
        committee: text('管委会', 'Committee'),
        department: text('部门', 'Department'),
        branch: text('派驻机构', 'Branch of a city office'),
        centre: text('中心', 'Centre'),
        street: text('街道', 'Street'),
        company: text('国有企业', 'State-owned company'),
      },
    },
    leader: {
      kind: 'text',
      name: text('分管领导', 'Leader in charge'),
      help: text(
        '分管这个单位的领导，随任务显示',
        'The leader in charge of the office, shown with its tasks',
      ),
    },
    hours: {
      kind: 'text',
      name: text('办公时间', 'Hours of duty'),
      help: text(
        '写作 08:30-12:00 13:30-17:00，时限按它计算；不填按 8:30—12:00、13:30—17:00',
        'Written 08:30-12:00 13:30-17:00: limits count by it; left out, those are the hours',
      ),
      optional: true,
      quiet: true,
    },
    sort: { kind: 'integer', name: text('次序', 'Order'), quiet: true },
  },
})

export type OfficeRow = Row<typeof offices>
