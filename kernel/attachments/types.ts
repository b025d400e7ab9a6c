import { fileTypeFromFile } from 'file-type'
import { type Text, text } from '../text.ts'

interface KnownType {
  readonly name: Text
  readonly extension: string
  /** What may hide in it. */
  readonly scan?: 'zip' | 'ole' | 'pdf'
  /** Shown in the page beside the row. */
  readonly preview?: 'image' | 'pdf'
}

const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** What may be kept, by content type. What is not named is refused: programs, archives, pages, drawings with scripts. */
export const KNOWN_TYPES: Readonly<Record<string, KnownType>> = {
  'application/pdf': { name: text('PDF', 'PDF'), extension: 'pdf', scan: 'pdf', preview: 'pdf' },
  'image/png': { name: text('PNG 图片', 'PNG'), extension: 'png', preview: 'image' },
  'image/jpeg': { name: text('JPEG 图片', 'JPEG'), extension: 'jpg', preview: 'image' },
  'image/gif': { name: text('GIF 图片', 'GIF'), extension: 'gif', preview: 'image' },
  'image/webp': { name: text('WebP 图片', 'WebP'), extension: 'webp', preview: 'image' },
  'image/tiff': { name: text('TIFF 图片', 'TIFF'), extension: 'tif' },
  [`${OFFICE}.wordprocessingml.document`]: {
    name: text('Word 文档', 'Word'),
    extension: 'docx',
    scan: 'zip',
  },
  [`${OFFICE}.spreadsheetml.sheet`]: { name: text('Excel 工作簿', 'Excel'), extension: 'xlsx', scan: 'zip' },
  [`${OFFICE}.presentationml.presentation`]: {
    name: text('PowerPoint 演示文稿', 'PowerPoint'),
    extension: 'pptx',
    scan: 'zip',
  },
  'application/msword': { name: text('Word 97 文档', 'Word 97'), extension: 'doc', scan: 'ole' },
  'application/vnd.ms-excel': { name: text('Excel 97 工作簿', 'Excel 97'), extension: 'xls', scan: 'ole' },
  'application/vnd.ms-powerpoint': {
    name: text('PowerPoint 97 演示文稿', 'PowerPoint 97'),
    extension: 'ppt',
    scan: 'ole',
  },
  'application/ofd': { name: text('OFD 版式文件', 'OFD'), extension: 'ofd', scan: 'zip' },
  'video/mp4': { name: text('MP4 视频', 'MP4'), extension: 'mp4' },
  'text/plain; charset=utf-8': { name: text('文本', 'Plain text'), extension: 'txt' },
  'text/plain; charset=gb18030': { name: text('文本（GB18030）', 'Plain text (GB18030)'), extension: 'txt' },
}

const ZIPPED = /^application\/(zip|vnd\.(openxmlformats|ms-|oasis))/

/** What a container holds decides what it is (`containerType`); the library tells the rest by their first bytes. */
export const containerOf = async (
  file: string,
): Promise<{ type: string | undefined; container?: 'zip' | 'ole' }> => {
  const type = (await fileTypeFromFile(file))?.mime as string | undefined
  if (type === 'application/x-cfb') return { type, container: 'ole' }
  if (type && ZIPPED.test(type)) return { type, container: 'zip' }
  return { type }
}
