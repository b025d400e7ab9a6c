import { defineRecord, type Row } from '../store/record.ts'
import { text } from '../text.ts'

/**
 * A file kept with a row of some record. Its bytes are kept once for all files that hold the same, under their SHA-256
 * (`attachments.contents`). Closed: it is handed out by the rights to the row that it belongs to.
 */
export const files = defineRecord({
  id: 'attachments.files',
  name: text('附件', 'Attachments'),
  about: text('附在一条记录上的一份文件', 'A file kept with a row'),
  title: 'name',
  closed: true,
  columns: {
    owner_record: {
      kind: 'text',
      name: text('所属档案', 'Record'),
      help: text('空：上传后尚未归属', 'Empty: sent, and not kept with a row yet'),
      optional: true,
    },
    owner_row: { kind: 'text', name: text('所属记录', 'Row'), optional: true },
    name: { kind: 'text', name: text('文件名', 'File name') },
    content: { kind: 'text', name: text('SHA-256', 'SHA-256') },
    content_type: { kind: 'text', name: text('类型', 'Type') },
    size: { kind: 'integer', name: text('大小', 'Size'), unit: 'B' },
  },
  indexes: [{ on: ['owner_record', 'owner_row'] }, { on: ['content'] }],
})

export type FileRow = Row<typeof files>
export const attachmentRecords = [files]
