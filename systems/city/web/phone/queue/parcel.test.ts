import { describe, expect, it } from 'vitest'
import { meaningOf, nextOf, progressOf, type ReportParcel, type StepParcel } from './parcel.ts'

const shot = {
  key: 'k1',
  blob: new Blob(),
  name: 'a.jpg',
  takenAt: '2026-01-01T00:00:00Z',
  place: { longitude: 121, latitude: 29 },
}
const report: ReportParcel = {
  kind: 'report',
  key: 'r',
  made: '1',
  about: 'x',
  photos: [shot],
  sent: 0,
  body: { description: 'x' },
}
const step: StepParcel = {
  kind: 'step',
  key: 's',
  made: '1',
  about: 'x',
  photos: [shot],
  sent: 0,
  by: 'me',
  case: 'c',
  token: 3,
  report: 'r1',
  phase: 'after',
  values: { outcome: 'done' },
}
const problem = (status: number, code = 'X') => ({
  code,
  status,
  says: { zh: '', en: '' },
  remedy: { zh: '', en: '' },
})

describe('what waits on a phone', () => {
  it('sends a report before its photos, each with its key, time and place, and then nothing', () => {
    expect(nextOf(report)).toMatchObject({
      path: '/api/city/public/reports',
      body: { description: 'x', key: 'r' },
    })
    const told = { ...report, told: { number: 'CG1', token: 'T' } }
    expect(nextOf(told)).toMatchObject({
      path: '/api/city/public/reports/CG1/photos',
      query: { token: 'T', key: 'k1', takenAt: shot.takenAt, longitude: 121, latitude: 29 },
    })
    expect(nextOf({ ...told, sent: 1 })).toBeUndefined()
    expect(progressOf({ ...told, sent: 1 })).toEqual({ value: 2, max: 2 })
  })

  it('sends the photos of a step before the step, which asks for them', () => {
    expect(nextOf(step)).toMatchObject({
      kind: 'photo',
      path: '/api/city/reports/r1/photos',
      query: { phase: 'after' },
    })
    expect(nextOf({ ...step, sent: 1 })).toMatchObject({
      path: '/api/flow/cases/c/tasks/3/do',
      body: { values: { outcome: 'done' } },
    })
  })

  it('waits for a network, for a server and for its turn; a refusal is for a person', () => {
    const call = nextOf(report)!
    expect([0, 401, 429, 500, 503].map((status) => meaningOf(report, call, problem(status)))).toEqual(
      Array(5).fill('later'),
    )
    expect(meaningOf(report, call, problem(422))).toBe('stuck')
  })

  it('takes a step that is done already for its own only where an earlier try may have arrived', () => {
    const last = { ...step, sent: 1 }
    const call = nextOf(last)!
    expect(meaningOf(last, call, problem(409, 'FLOW_DONE'))).toBe('stuck')
    expect(meaningOf({ ...last, tried: true }, call, problem(409, 'FLOW_DONE'))).toBe('settled')
  })
})
