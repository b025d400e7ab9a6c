import { sql } from 'kysely'
import {
  addFile,
  fileOf,
  filesByRow,
  filesOf,
  type KeptFile,
  presentFile,
  removeFile,
} from '../../../kernel/attachments/index.ts'
import { checkValues, insertRows, type Place } from '../../../kernel/store/index.ts'
import type { Bytes, Context } from '../../../kernel/system.ts'
import { cityError } from '../errors.ts'
import { photos, reports } from '../tables/index.ts'
import { OPEN, type Phase, type ReportState } from '../words.ts'

export interface Taken {
  readonly phase: Phase
  readonly name: string
  readonly takenAt?: string | undefined
  readonly place?: Place | undefined
}

export interface Photo extends KeptFile {
  readonly phase: Phase | null
}

/**
 * Keeps a photo with a report, with its phase and where and when it was taken.
 * @throws GaoxinError ATTACHMENT_TOO_LARGE and the others of `addFile`
 */
export async function addPhoto(context: Context, report: string, taken: Taken, body: Bytes): Promise<string> {
  const file = await addFile(context, { record: reports.id, row: report }, { name: taken.name, body })
  await context.transaction(async ({ db, actor, now, newId }) => {
    const row = checkValues(photos, {
      report,
      phase: taken.phase,
      file: file.id,
      taken_at: taken.takenAt ?? null,
      place: taken.place ?? null,
    })
    await insertRows(db, photos, [row], { actor, now: now(), newId })
  }, '现场照片')
  return file.id
}

/** The files of a report with their phases, first the first. */
export async function photosOf(context: Context, report: string): Promise<readonly Photo[]> {
  const files = (await filesByRow(context, reports.id, [report])).get(report) ?? []
  const { rows } = await sql<{ file: string; phase: Phase }>`select file, phase from city.photos
    where report = ${report}`.execute(context.db)
  const phases = new Map(rows.map(({ file, phase }) => [file, phase]))
  return files.map((file) => ({ ...presentFile(file), phase: phases.get(file.id) ?? null }))
}

/** A reporter shows a place, not an album; and nothing but pictures. */
const MOST_PUBLIC = 6

/** @throws GaoxinError CITY_PHOTOS, CITY_PICTURE, and those of `addFile` */
export async function addPublicPhoto(
  context: Context,
  report: { readonly id: string; readonly state: string },
  taken: Taken,
  body: Bytes,
): Promise<string> {
  if (!OPEN.includes(report.state as ReportState)) throw cityError('CITY_PHOTOS', { value: report.state })
  const owner = { record: reports.id, row: report.id }
  const kept = await filesOf(context, owner)
  if (kept.length >= MOST_PUBLIC) throw cityError('CITY_PHOTOS', { value: kept.length })
  const id = await addPhoto(context, report.id, taken, body)
  const file = await fileOf(context, owner, id)
  if (file.content_type.startsWith('image/')) return id
  await context.transaction(async (inside) => {
    await sql`delete from city.photos where file = ${id}`.execute(inside.db)
    await removeFile(inside, owner, id)
  }, '不是照片')
  throw cityError('CITY_PICTURE', { value: file.name })
}
