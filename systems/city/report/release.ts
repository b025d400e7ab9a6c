import { sql } from 'kysely'
import { fileOf, openFile } from '../../../kernel/attachments/index.ts'
import { updateRow } from '../../../kernel/store/index.ts'
import type { Context, FileStream } from '../../../kernel/system.ts'
import { cityError } from '../errors.ts'
import { CITY_OFFICE } from '../settings.ts'
import { photos, reports } from '../tables/index.ts'
import type { Channel } from '../words.ts'
import { photoStream } from './photos.ts'

/**
 * 公开照片: somebody of the city's office has looked at a photo and says that no person is known by it, or takes that back.
 * @throws GaoxinError CITY_ROLE, CITY_PHOTO_NONE, CITY_PICTURE, CITY_PHOTO_NOTES where the camera's notes are still in it
 */
export const releasePhoto = (
  outer: Context,
  report: string,
  file: string,
  released: boolean,
): Promise<void> =>
  outer.transaction(
    async (context) => {
      const { db, actor } = context
      if (actor.role !== 'officer' || actor.office !== CITY_OFFICE)
        throw cityError('CITY_ROLE', { value: actor.office })
      const { rows } = await sql<{ id: string }>`select id from city.photos
        where report = ${report} and file = ${file} for update`.execute(db)
      if (!rows[0]) throw cityError('CITY_PHOTO_NONE', { value: file })
      if (released) await checkFit(context, report, file)
      await updateRow(context, photos, rows[0].id, {
        public_at: released ? context.moment() : null,
        public_by: released ? actor.id : null,
      })
    },
    released ? '公开照片' : '不再公开照片',
  )

async function checkFit(context: Context, report: string, id: string): Promise<void> {
  const file = await fileOf(context, { record: reports.id, row: report }, id)
  if (!file.content_type.startsWith('image/')) throw cityError('CITY_PICTURE', { value: file.name })
  const bytes: Uint8Array[] = []
  for await (const piece of await openFile(context, file)) bytes.push(piece)
  if (hasNotes(Buffer.concat(bytes))) throw cityError('CITY_PHOTO_NOTES', { value: file.name })
}

/**
 * Whether a camera or a program wrote into a picture when, where and by whom it was taken: Exif in JPEG, PNG or WebP, or XMP.
 * What our own pages send has none left; what other programs send may.
 */
export const hasNotes = (picture: Buffer): boolean =>
  ['Exif\0\0', 'eXIf', 'EXIF', 'http://ns.adobe.com/xap', '<x:xmpmeta'].some((mark) =>
    picture.includes(mark, 0, 'latin1'),
  )

/** A photo that is public, with its bytes. @throws GaoxinError CITY_PHOTO_NONE, of one that is not public too */
export async function publicPhoto(
  context: Context,
  published: readonly Channel[],
  id: string,
): Promise<FileStream> {
  const { rows } = await sql<{ report: string }>`select p.report from city.photos p
    join city.reports r on r.id = p.report
    where p.file = ${id} and p.public_at is not null and r.channel = any(${published}::text[])`.execute(
    context.db,
  )
  if (!rows[0]) throw cityError('CITY_PHOTO_NONE', { value: id })
  return photoStream(context, rows[0].report, id)
}
