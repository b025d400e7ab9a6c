import type { Grant } from '../../access/grants.ts'
import { text } from '../../text.ts'
import { defineRecord, type Row } from '../record.ts'

/** One's own, and for the supervision office all. */
const SEEN: readonly Grant[] = [
  { roles: ['officer', 'leader', 'statistician'], verbs: ['read'], rows: { column: 'person', of: 'actor' } },
  { roles: ['supervisor'], verbs: ['read', 'export'] },
]

const WHAT = {
  record_name: { kind: 'text', name: text('台账', 'Record') },
  record: { kind: 'text', name: text('台账代码', 'Record id'), quiet: true },
} as const

const WHO = {
  person_name: { kind: 'text', name: text('经办人', 'By') },
  person: { kind: 'text', name: text('经办人编号', 'By (id)'), quiet: true },
} as const

/** Every attempt to write a file into a record: whose, which file, what came of it. */
export const imports = defineRecord({
  id: 'exchange.imports',
  name: text('导入记录', 'Imports'),
  about: text(
    '每行一次文件导入：谁、何时、哪个文件、为何、结果',
    'One file read in: who, when, which, why, and what came of it',
  ),
  title: 'file_name',
  grants: SEEN,
  columns: {
    file_name: { kind: 'text', name: text('文件', 'File') },
    ...WHAT,
    ...WHO,
    started_at: { kind: 'instant', name: text('开始', 'Started') },
    state: {
      kind: 'choice',
      name: text('结果', 'Outcome'),
      choices: {
        running: text('正在写入', 'Writing'),
        done: text('已写入', 'Written'),
        undone: text('已撤销', 'Taken back'),
        partly: text('部分撤销', 'Partly taken back'),
        refused: text('有问题，未写入', 'Not written: problems'),
        cancelled: text('已取消，未写入', 'Cancelled, nothing written'),
        failed: text('出错，未写入', 'Failed, nothing written'),
        interrupted: text('程序中断，未写入', 'Interrupted, nothing written'),
      },
    },
    added: { kind: 'integer', name: text('新增', 'New'), optional: true },
    changed: { kind: 'integer', name: text('更新', 'Changed'), optional: true },
    bad: { kind: 'integer', name: text('有问题', 'Bad'), optional: true },
    unchanged: { kind: 'integer', name: text('未变', 'Unchanged'), optional: true },
    why: { kind: 'longText', name: text('事由', 'Reason') },
    ended_at: { kind: 'instant', name: text('结束', 'Ended'), optional: true },
    file_size: { kind: 'integer', name: text('文件大小', 'Size'), unit: '字节', quiet: true },
    file_hash: {
      kind: 'text',
      name: text('文件指纹', 'File hash'),
      help: text('文件的 SM3 值，用来核对是否同一个文件', 'SM3 of the file, by which it is recognised'),
      quiet: true,
    },
  },
  indexes: [{ on: ['person'] }, { on: ['state'] }],
})
export type ImportRow = Row<typeof imports>

/** Every file handed out; entered before the first row leaves. */
export const exports = defineRecord({
  id: 'exchange.exports',
  name: text('导出记录', 'Exports'),
  about: text(
    '每行一次文件导出：谁、何时、导出了什么、多少行',
    'One file handed out: who, when, what, how many rows',
  ),
  title: 'record_name',
  grants: SEEN,
  columns: {
    ...WHAT,
    ...WHO,
    started_at: { kind: 'instant', name: text('开始', 'Started') },
    format: {
      kind: 'choice',
      name: text('格式', 'Format'),
      choices: { xlsx: text('Excel', 'Excel'), csv: text('CSV', 'CSV') },
    },
    rows: { kind: 'integer', name: text('行数', 'Rows'), optional: true },
    state: {
      kind: 'choice',
      name: text('结果', 'Outcome'),
      choices: {
        running: text('正在导出', 'Under way'),
        done: text('已完成', 'Complete'),
        broken: text('中途停止', 'Broken off'),
      },
    },
    ended_at: { kind: 'instant', name: text('结束', 'Ended'), optional: true },
    fields: { kind: 'longText', name: text('栏目', 'Columns'), quiet: true },
    question: { kind: 'longText', name: text('筛选条件', 'Filters'), optional: true, quiet: true },
  },
  indexes: [{ on: ['person'] }],
})

export const exchangeRecords = [imports, exports] as const

/** The reason that stands beside every change of an import, and leads back to it. */
export const whyOf = (words: string, id: string): string => `${words}〔导入 ${id}〕`
