import { text } from '../../../app/web/i18n/text.ts'

/** Words of score sheets. */
export const S = {
  sheets: text('给银行的积分单', 'Score sheets for a bank'),
  issue: text('出具积分单', 'Issue a sheet'),
  consent: text(
    '点“出具”即同意把本企业的积分和各项得分提供给下面的对象，并记入日志。',
    'By issuing it you consent to telling the one named below your points and their parts; it is entered.',
  ),
  recipient: text('出具给（银行或机构名称）', 'Issued to (bank or institution)'),
  none: text('还没有出具过', 'None issued yet'),
  revoke: text('撤销', 'Revoke'),
  revokeAbout: text(
    '撤销后核验即显示“已撤销”。',
    'From then on whoever checks it is told that it was revoked.',
  ),
  revoked: text('已撤销', 'Revoked'),
  title: text('核验积分单', 'Check a score sheet'),
  about: text(
    '输入积分单上的核验码；也可以同时选文件，看它有没有被改动。',
    'Enter the code on the sheet; choose the file as well to see whether it was changed.',
  ),
  code: text('核验码', 'Code'),
  file: text('文件（可不选）', 'File (may be left out)'),
  noDigest: text(
    '这个浏览器不能计算文件摘要，请逐项比对',
    'This browser cannot digest files; compare by eye',
  ),
  check: text('核验', 'Check'),
  name: text('企业', 'Enterprise'),
  to: text('出具对象', 'Issued to'),
  on: text('出具日期', 'Issued on'),
  sample: text('示例，不作为凭证', 'A sample: it proves nothing'),
} as const

export const SHEET_STATES = {
  valid: text('有效', 'Valid'),
  revoked: text('企业已撤销', 'Revoked by the enterprise'),
  superseded: text('积分已重算，这份不再有效', 'The score was made anew: this one no longer holds'),
  changed: text('文件被改动过，与出具时不同', 'The file was changed since it was issued'),
} as const
