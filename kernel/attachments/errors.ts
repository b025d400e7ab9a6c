import { GaoxinError } from '../errors.ts'
import { text } from '../text.ts'
import { KNOWN_TYPES } from './types.ts'

const megabytes = (bytes: number) => `${Math.floor(bytes / 2 ** 20)} MB`

export const tooLarge = (name: string, limit: number) =>
  new GaoxinError(
    'ATTACHMENT_TOO_LARGE',
    text(`文件超过 ${megabytes(limit)}`, `The file is larger than ${megabytes(limit)}`),
    text('请压缩图片、拆分文件后再上传', 'Make its pictures smaller or split it, then send it again'),
    { place: name, value: limit, status: 413 },
  )

export const empty = (name: string) =>
  new GaoxinError(
    'ATTACHMENT_EMPTY',
    text('文件是空的', 'The file is empty'),
    text('请检查文件后再上传', 'Look at the file, then send it again'),
    { place: name, status: 422 },
  )

export const unknownType = (name: string, found: string | undefined) => {
  const list = Object.values(KNOWN_TYPES)
  return new GaoxinError(
    'ATTACHMENT_TYPE',
    text('这种文件不能作为附件', 'Files of this kind are not kept'),
    text(
      `按内容判断，与文件名无关。可以上传：${list.map(({ name: { zh } }) => zh).join('、')}`,
      `Its content decides, not its name. What may be sent: ${list.map(({ name: { en } }) => en).join(', ')}`,
    ),
    { place: name, value: found, status: 422 },
  )
}

export const hasMacros = (name: string, found: string) =>
  new GaoxinError(
    'ATTACHMENT_MACROS',
    text('文件里有宏或会自动运行的内容', 'The file holds macros or content that runs by itself'),
    text(
      '请另存为不含宏的 .docx、.xlsx、.pptx，或打印成 PDF 后上传',
      'Save it without macros as .docx, .xlsx or .pptx, or print it to PDF, then send that',
    ),
    { place: name, value: found, status: 422 },
  )

export const unreadable = (name: string, why: string) =>
  new GaoxinError(
    'ATTACHMENT_UNREADABLE',
    text('文件加密或损坏，无法检查', 'The file is encrypted or damaged and cannot be checked'),
    text('请去掉打开密码，重新保存后上传', 'Take its password off, save it anew, then send it'),
    { place: name, value: why, status: 422 },
  )

export const rowFull = (place: string, files: number, bytes: number) =>
  new GaoxinError(
    'ATTACHMENT_ROW_FULL',
    text(
      `一条记录最多 ${files} 份附件、共 ${megabytes(bytes)}`,
      `A row keeps at most ${files} files, ${megabytes(bytes)} together`,
    ),
    text('请先删除不用的附件', 'Remove what is not needed first'),
    { place, status: 422 },
  )

export const fileNotFound = (id: string) =>
  new GaoxinError(
    'ATTACHMENT_NOT_FOUND',
    text('没有这份附件', 'There is no such file'),
    text('它可能已被删除，请从记录重新打开', 'It may have been removed; open it again from its row'),
    { place: 'attachments.files', value: id, status: 404 },
  )

export const storeProblem = (place: string, cause: unknown) =>
  new GaoxinError(
    'ATTACHMENT_STORE',
    text('附件存储暂时不可用', 'The store of attachments is not available'),
    text(
      '请稍后再试；管理员请检查 GAOXIN_S3_* 的地址、账号与桶',
      'Try again later; administrators check address, account and bucket in GAOXIN_S3_*',
    ),
    { place, cause, status: 503 },
  )
