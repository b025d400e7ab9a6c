import { expect, it } from 'vitest'
import { addFile } from '../../../kernel/attachments/index.ts'
import { testZone } from '../../../test/zone.ts'
import { act } from './act.ts'
import { begin } from './begin.ts'
import { deadline, eventDay } from './event.ts'
import { enterGranule, enterPot, firmsOf, OFFICER, on, TODAY } from './redemption.fixture.ts'
import { claims } from './tables.ts'

const opened = testZone()
const as = (actor: typeof OFFICER) => on(opened.zone.context(actor), TODAY)

it('months end on the same day, or with a shorter month', () => {
  expect(deadline('2024-01-31', 1)).toBe('2024-02-29')
  expect(deadline('2024-08-15', 6)).toBe('2025-02-15')
})

it('of a recognition the day comes from the register of honours, whatever is typed', () => {
  const granule = {
    row: { window_months: 6 },
    criteria: [{ operand: '企业技术中心认定日期 != null', test: 'true' }],
  } as unknown as Parameters<typeof eventDay>[0]
  const day = (granted: string | null) =>
    eventDay(granule, { 企业技术中心认定日期: granted }, '2024-11-01', TODAY)
  expect(day('2024-05-15')).toBe('2024-05-15')
  expect(() => day('2024-05-14')).toThrow(expect.objectContaining({ code: 'CLAIM_EVENT_LATE' }))
  expect(() => day(null)).toThrow(expect.objectContaining({ code: 'CLAIM_EVENT' }))
})

it('another event is dated by the claim with evidence, and is too late after its months', async () => {
  const context = as(OFFICER)
  const [firm] = await firmsOf(context, 1)
  await enterPot(context, 'pot-event', '1000')
  await enterGranule(context, { id: 'event', pot: 'pot-event', event: 'investment', window_months: 3 })
  const own = as(firm!.actor)
  const { id } = await own.transaction((inside) =>
    begin(inside, { granule: 'event', year: '2024', subject: '甲', given: { 申请额: '10' } }),
  )
  const submit = (eventOn?: string) =>
    own
      .transaction((inside) => act(inside, id, 'submit', { eventOn }))
      .then(
        ({ state, event_on }) => [state, event_on],
        ({ code }) => code,
      )
  expect(await submit('2024-09-01')).toBe('CLAIM_MATERIALS')
  const owner = { record: claims.id, row: id }
  await addFile(own, owner, { name: 'a.txt', body: bytes('合同 2024-09-01') })
  expect(await submit()).toBe('CLAIM_EVENT')
  expect(await submit('2024-11-16')).toBe('CLAIM_EVENT')
  expect(await submit('2024-08-14')).toBe('CLAIM_EVENT_LATE')
  expect(await submit('2024-08-15')).toEqual(['submitted', '2024-08-15'])
})

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}
