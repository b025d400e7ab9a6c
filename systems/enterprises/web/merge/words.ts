import { text } from '../../../../app/web/i18n/text.ts'

/** Words of the page of duplicates. */
export const M = {
  title: text('疑似重复登记', 'Registered twice?'),
  about: text(
    '本单位维护的登记里可能是同一家的两条。合并后其他记录跟随保留的一条，历史保留，可以撤销。',
    'Pairs among the rows that your office keeps that may be one enterprise. Merged, other records follow the one that is kept; it can be undone.',
  ),
  none: text('没有发现疑似重复', 'No pair is suspect'),
  noneHint: text('只看本单位维护的登记', 'Only rows that your office keeps are looked at'),
  pair: text('两条登记', 'The two rows'),
  whys: text('为什么', 'Why'),
  why: {
    name: text('名称相同', 'Same name'),
    organisation: text('代码中的主体标识相同（新旧代码）', 'Same organisation within the code (old and new)'),
    mobile: text('联系手机相同', 'Same mobile'),
    representative: text('法定代表人和住所相同', 'Same representative and address'),
    address: text('母公司和住所相同', 'Same parent and address'),
  },
  merge: text('合并', 'Merge'),
  survivor: text('保留哪一条', 'Which row is kept'),
  moves: text('将移到保留的一条', 'Will move to the row that is kept'),
  noMoves: text('没有别的记录引用并入的一条', 'Nothing refers to the other row'),
  rows: (n: number) => text(`${n} 行`, `${n} rows`),
  take: text('从并入的一条取这些栏', 'Take these columns from the other row'),
  collisions: text('两边都有，须选定', 'On both sides, to be decided'),
  keepSurvivor: text('用保留一条的', 'The kept row’s'),
  keepMerged: text('用并入一条的', 'The other’s'),
  reason: text('事由', 'Reason'),
  done: text('已合并', 'Merged'),
  undo: text('撤销', 'Undo'),
  apart: text('不是同一家', 'Not the same'),
  apartAbout: text(
    '认定后这一对不再列出，也不能合并；认定可以撤销。',
    'The pair is listed no more, nor can it be merged; the finding can be undone.',
  ),
  found: text('已认定不是同一家的', 'Pairs found not to be the same'),
  cancel: text('取消', 'Cancel'),
  open: text('对照', 'Compare'),
} as const
