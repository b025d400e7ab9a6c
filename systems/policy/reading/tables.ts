import { defineRecord, type Row } from '../../../kernel/store/record.ts'
import { text } from '../../../kernel/text.ts'

export const READING_STATES = {
  read: text('待确认', 'To be confirmed'),
  confirmed: text('已确认', 'Confirmed'),
  discarded: text('已放弃', 'Discarded'),
} as const
export type ReadingState = keyof typeof READING_STATES

export const FINDING_STATES = {
  open: text('待定', 'Open'),
  taken: text('取用', 'Taken'),
  dropped: text('不取', 'Dropped'),
} as const
export type FindingState = keyof typeof FINDING_STATES

/** 读入的政策文件; the file itself is kept with the row. Closed: routes hand it to officers of its office alone. */
export const readings = defineRecord({
  id: 'policy.readings',
  name: text('读入的政策文件', 'Policy papers read in'),
  about: text(
    '上传的一份政策文件，确认后成为文件、条款和颗粒草稿',
    'A paper sent; confirmed, it is a paper with clauses and drafts of granules',
  ),
  title: 'file_name',
  closed: true,
  columns: {
    file_name: { kind: 'text', name: text('文件名', 'File name') },
    office: { kind: 'office', name: text('单位', 'Office') },
    title: { kind: 'text', name: text('标题', 'Title'), optional: true },
    number: { kind: 'text', name: text('文号', 'Number'), optional: true },
    issuer: { kind: 'text', name: text('发文机关', 'Issued by'), optional: true },
    issued_on: { kind: 'date', name: text('发文日期', 'Issued on'), optional: true },
    from: { kind: 'date', name: text('施行日期', 'In force from'), optional: true },
    to: { kind: 'date', name: text('失效日期', 'In force until'), optional: true },
    force: { kind: 'longText', name: text('施行条款', 'Said of its force'), optional: true },
    text: { kind: 'longText', name: text('全文', 'Text'), quiet: true },
    state: { kind: 'choice', name: text('状态', 'State'), choices: READING_STATES },
    brought_by: { kind: 'text', name: text('上传人', 'Sent by') },
    brought_on: { kind: 'date', name: text('上传日期', 'Sent on') },
    ended_by: { kind: 'text', name: text('办结人', 'Ended by'), optional: true },
    ended_on: { kind: 'date', name: text('办结日期', 'Ended on'), optional: true },
    document: {
      kind: 'reference',
      name: text('政策文件', 'Paper'),
      record: 'policy.documents',
      optional: true,
    },
  },
  indexes: [{ on: ['office', 'brought_on'] }],
})

/** 读出的条款 with what may be a granule of it; a clause that promises several things stands several times. */
export const findings = defineRecord({
  id: 'policy.findings',
  name: text('读出的条款', 'Clauses found'),
  about: text(
    '从政策文件读出、待确认的一个条款及其颗粒建议',
    'A clause found, with the granule proposed of it',
  ),
  title: 'number',
  closed: true,
  columns: {
    reading: { kind: 'reference', name: text('出自文件', 'From paper'), record: 'policy.readings' },
    position: { kind: 'integer', name: text('次序', 'Position') },
    number: { kind: 'text', name: text('条款号', 'Number') },
    text: { kind: 'longText', name: text('内容', 'Text') },
    proposal: { kind: 'data', name: text('颗粒建议', 'Proposal') },
    state: { kind: 'choice', name: text('状态', 'State'), choices: FINDING_STATES },
    granule: {
      kind: 'reference',
      name: text('政策颗粒', 'Granule'),
      record: 'policy.granules',
      optional: true,
    },
  },
  unique: [['reading', 'position']],
})

export type ReadingRow = Row<typeof readings>
export type FindingRow = Row<typeof findings>
export const readingRecords = [readings, findings]
