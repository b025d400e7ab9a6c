import { sql } from 'kysely'
import {
  addFile,
  fileOf,
  filesByRow,
  filesOf,
  type KeptFile,
  openFile,
  presentFile,
  removeFile,
} from '../../../kernel/attachments/index.ts'
import { checkValues, insertRows, type Place } from '../../../kernel/store/index.ts'
import type { Bytes, Context, FileStream } from '../../../kernel/system.ts'
import { cityError } from '../errors.ts'
import { photos, reports } from '../tables/index.ts'
import { OPEN, type Phase, type ReportState } from '../words.ts'

export interface Taken {
  readonly phase: Phase
  readonly name: string
  readonly takenAt?: string | undefined
  readonly place?: Place | undefined
  /** Made by who sends it: the same photo of a report is kept once. */
  readonly key?: string | undefined
}

export interface Photo extends KeptFile {
  readonly phase: Phase | null
  /** Everybody may see it. */
  readonly public: boolean
}

/**
 * Keeps a photo with a report, with its phase and where and when it was taken; one that is kept by its key already
 * stays as it is.
 * @throws GaoxinError ATTACHMENT_TOO_LARGE and the others of `addFile`
 */
export async function addPhoto(context: Context, report: string, taken: Taken, body: Bytes): Promise<string> {
  const before = await photoBy(context, report, taken.key)
  if (before) return before
  const owner = { record: reports.id, row: report }
  const file = await addFile(context, owner, { name: taken.name, body })
  return context.transaction(async (inside) => {
    const { db, actor, now, newId } = inside
    await sql`select from city.reports where id = ${report} for update`.execute(db)
    // Sent twice at once: the first to come here is kept.
    const first = await photoBy(inside, report, taken.key)
    if (first) {
      await removeFile(inside, owner, file.id)
      return first
    }
    const row = checkValues(photos, {
      report,
      phase: taken.phase,
      file: file.id,
      taken_at: taken.takenAt ?? null,
      place: taken.place ?? null,
      key: taken.key ?? null,
    })
    await insertRows(db, photos, [row], { actor, now: now(), newId })
    return file.id
  }, '现场照片')
}

async function photoBy(
  { db }: Context,
  report: string,
  key: string | undefined,
): Promise<string | undefined> {
  if (key === undefined) return undefined
  const { rows } = await sql<{ file: string }>`select file from city.photos
    where report = ${report} and key = ${key}`.execute(db)
  return rows[0]?.file
}

/** The files of a report with their phases, first the first. */
export async function photosOf(context: Context, report: string): Promise<readonly Photo[]> {
  const files = (await filesByRow(context, reports.id, [report])).get(report) ?? []
  const { rows } = await sql<{ file: string; phase: Phase; public: boolean }>`
    select file, phase, public_at is not null as public from city.photos
    where report = ${report}`.execute(context.db)
  const known = new Map(rows.map((row) => [row.file, row]))
  return files.map((file) => {
    const { phase = null, public: released = false } = known.get(file.id) ?? {}
    return { ...presentFile(file), phase, public: released }
  })
}

/** What a reporter sees of a photo. */
export interface ShownPhoto {
  readonly id: string
  readonly phase: Phase
  /** When it was taken, else when it came. */
  readonly at: string
}

/** The pictures of a report by phase, as its reporter sees them: neither who took them nor where they stood. */
export async function shownPhotos({ db }: Context, report: string): Promise<readonly ShownPhoto[]> {
  const { rows } = await sql<{ id: string; phase: Phase; at: string }>`
    select p.file as id, p.phase, coalesce(p.taken_at, p.recorded_at) as at
    from city.photos p join attachments.files a on a.id = p.file
    where p.report = ${report} and a.content_type like 'image/%'
    order by p.recorded_at limit ${MOST_SHOWN}`.execute(db)
  return rows.map(({ at, ...photo }) => ({ ...photo, at: new Date(at).toISOString() }))
}
const MOST_SHOWN = 30

/** One of them, with its bytes. @throws GaoxinError CITY_PHOTO_NONE */
export async function shownPhoto(context: Context, report: string, id: string): Promise<FileStream> {
  if (!(await shownPhotos(context, report)).some((photo) => photo.id === id))
    throw cityError('CITY_PHOTO_NONE', { value: id })
  return photoStream(context, report, id)
}

/** A photo of a report with its bytes, to be looked at; whether one may is for the caller to have asked. */
export async function photoStream(context: Context, report: string, id: string): Promise<FileStream> {
  const file = await fileOf(context, { record: reports.id, row: report }, id)
  return {
    fileName: file.name,
    contentType: file.content_type,
    pieces: await openFile(context, file),
    sent: { size: file.size, inline: true },
  }
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
  const before = await photoBy(context, report.id, taken.key)
  if (before) return before
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
