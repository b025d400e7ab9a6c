import { defineRecord, type Row } from '../../../kernel/store/record.ts'
import { text } from '../../../kernel/text.ts'

/** What the zone signs score sheets with; the newest signs, all of them are told. */
export const keys = defineRecord({
  id: 'points.keys',
  name: text('积分单签名密钥', 'Keys of score sheets'),
  about: text('签积分单的一把密钥', 'One key that score sheets are signed with'),
  title: 'id',
  closed: true,
  columns: {
    public_key: { kind: 'longText', name: text('公钥', 'Public key') },
    secret: { kind: 'text', personal: 'secret', name: text('私钥', 'Private key') },
  },
})

/** A signed score sheet that an enterprise gave to somebody. */
export const sheets = defineRecord({
  id: 'points.sheets',
  name: text('积分单', 'Score sheets'),
  about: text('企业本人出具的一份签名积分单', 'One signed score sheet that an enterprise issued of itself'),
  title: 'recipient',
  closed: true,
  columns: {
    score: { kind: 'reference', name: text('积分', 'Score'), record: 'points.scores' },
    told_to: { kind: 'text', format: 'creditCode', name: text('企业', 'Enterprise') },
    recipient: { kind: 'text', name: text('出具对象', 'Issued to') },
    content: { kind: 'data', name: text('内容', 'Content') },
    file: { kind: 'longText', name: text('文件', 'File'), help: text('PDF，base64', 'PDF, base64') },
    digest: { kind: 'text', name: text('摘要', 'Digest'), help: text('SHA-256', 'SHA-256') },
    key: { kind: 'reference', name: text('签名密钥', 'Key'), record: 'points.keys' },
    issued_on: { kind: 'date', name: text('出具日期', 'Issued on') },
    issued_by: { kind: 'text', name: text('出具人', 'Issued by') },
    revoked_on: { kind: 'date', name: text('撤销日期', 'Revoked on'), optional: true },
  },
  indexes: [{ on: ['score'] }],
})

export type SheetRow = Row<typeof sheets>
