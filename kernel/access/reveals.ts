import { defineRecord, type Row } from '../store/record.ts'
import { text } from '../text.ts'

/**
 * Who saw which personal value in full, when and why; never the value. Rows are added only: the table refuses
 * anything else, and the history's chain covers it like any record.
 */
export const reveals = defineRecord({
  id: 'access.reveals',
  name: text('个人信息查看记录', 'Personal data seen'),
  about: text('每行一次查看完整的个人信息', 'One occasion on which a personal value was seen in full'),
  title: 'reason',
  closed: true,
  columns: {
    record: { kind: 'text', name: text('台账', 'Record') },
    row_id: { kind: 'text', name: text('行', 'Row') },
    column_name: { kind: 'text', name: text('栏目', 'Column') },
    reason: { kind: 'text', name: text('事由', 'Reason') },
  },
  indexes: [{ on: ['record', 'row_id'] }],
})

export type RevealRow = Row<typeof reveals>
