import type { Problem, Query } from '../../../../../app/web/client/fetch.ts'
import type { Place } from '../../../../../kernel/store/place.ts'

export interface Shot {
  /** By which the server keeps it once. */
  readonly key: string
  readonly blob: Blob
  readonly name: string
  readonly takenAt: string
  readonly place?: Place | undefined
}

interface Common {
  /** By which the server takes it once. */
  readonly key: string
  readonly made: string
  readonly about: string
  readonly photos: readonly Shot[]
  /** So many of its photos have arrived. */
  readonly sent: number
  /** Why it does not go; a person has to decide. */
  readonly problem?: Problem
}

/** A resident's report: itself first, its photos after it by the number and code that it got. */
export interface ReportParcel extends Common {
  readonly kind: 'report'
  readonly body: object
  readonly told?: { readonly number: string; readonly token: string }
}

/** A step of somebody of the zone: its photos first, since the step asks for them. */
export interface StepParcel extends Common {
  readonly kind: 'step'
  /** Who did it: it goes by nobody else's post. */
  readonly by: string
  readonly case: string
  readonly token: number
  readonly report: string
  readonly phase: 'before' | 'after' | 'check'
  readonly values: object
  /** It may have arrived although no answer came. */
  readonly tried?: boolean
}

export type Parcel = ReportParcel | StepParcel

/** What goes to the server next. */
export type Call =
  | { readonly kind: 'json'; readonly path: string; readonly body: object }
  | { readonly kind: 'photo'; readonly path: string; readonly query: Query; readonly shot: Shot }

/** The next request of a parcel; undefined once everything has arrived and the parcel can go. */
export function nextOf(parcel: Parcel): Call | undefined {
  const shot = parcel.photos[parcel.sent]
  if (parcel.kind === 'report') {
    if (!parcel.told)
      return { kind: 'json', path: '/api/city/public/reports', body: { ...parcel.body, key: parcel.key } }
    const { number, token } = parcel.told
    return (
      shot && {
        kind: 'photo',
        path: `/api/city/public/reports/${number}/photos`,
        query: { token, ...queryOf(shot) },
        shot,
      }
    )
  }
  if (shot)
    return {
      kind: 'photo',
      path: `/api/city/reports/${encodeURIComponent(parcel.report)}/photos`,
      query: { phase: parcel.phase, ...queryOf(shot) },
      shot,
    }
  const task = `/api/flow/cases/${encodeURIComponent(parcel.case)}/tasks/${parcel.token}/do`
  return { kind: 'json', path: task, body: { values: parcel.values } }
}

const queryOf = ({ key, name, takenAt, place }: Shot): Query => ({ key, name, takenAt, ...place })

/** What a refusal means for a parcel: it waits for better times, this part of it is settled, or a person has to look. */
export function meaningOf(
  parcel: Parcel,
  call: Call,
  { status, code }: Problem,
): 'later' | 'settled' | 'stuck' {
  if (status === 0 || status >= 500 || status === 429 || status === 401) return 'later'
  // Closed meanwhile, or full: the report itself has arrived.
  if (parcel.kind === 'report' && call.kind === 'photo' && code === 'CITY_PHOTOS') return 'settled'
  // An earlier try got through, its answer did not.
  if (parcel.kind === 'step' && call.kind === 'json' && code === 'FLOW_DONE' && parcel.tried) return 'settled'
  return 'stuck'
}

/** How far it is: parts that have arrived, of all. */
export const progressOf = (parcel: Parcel): { readonly value: number; readonly max: number } => ({
  value: parcel.sent + (parcel.kind === 'report' && parcel.told ? 1 : 0),
  max: parcel.photos.length + 1,
})

/** 128 random bits. Not `randomUUID`, which browsers keep from pages that came without encryption. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
