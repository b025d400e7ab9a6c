import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readingsIn, readingsOf, slicesOf } from './parse.ts'

const NOW = Date.parse('2026-03-01T12:00:00+08:00')
const bytes = (words: string) => new TextEncoder().encode(words)
/** In pieces of that length, as a network would bring them. */
async function* pieces(words: string, length: number) {
  const all = bytes(words)
  for (let at = 0; at < all.length; at += length) yield all.subarray(at, at + length)
}
async function readAll(words: string, format: 'ndjson' | 'csv', length = 7) {
  const sent: unknown[] = []
  const unreadable: unknown[] = []
  for await (const slice of slicesOf(pieces(words, length), format, 'gate')) {
    sent.push(...slice.sent)
    unreadable.push(...slice.unreadable)
  }
  return { sent, unreadable }
}
const ONE = { device: 'gate', quantity: 'trial.level', at: NOW, value: 1.25 }

it('a message under a device and a quantity is a number, one reading or several', () => {
  const of = (payload: string, topic = 'gaoxin/gate/trial.level') => readingsOf(topic, bytes(payload), NOW)
  expect(of('1.25').sent).toEqual([ONE])
  expect(of('{"at":"2026-03-01T12:00:00+08:00","value":1.25}').sent).toEqual([ONE])
  expect(of(`[{"at":${NOW},"value":1.25},{"at":${NOW - 1},"value":"2"}]`).sent).toEqual([
    ONE,
    { ...ONE, at: NOW - 1, value: 2 },
  ])
  expect(of(`[{"quantity":"trial.level","at":${NOW},"value":1.25}]`, 'gaoxin/gate').sent).toEqual([ONE])
  // The topic says whose it is, whatever stands in the message.
  expect(of(`{"device":"other","quantity":"x","at":${NOW},"value":1.25}`).sent).toEqual([ONE])
})

it.each([
  ['another topic', 'other/gate/trial.level', '1'],
  ['a topic that goes on', 'gaoxin/gate/trial.level/x', '1'],
  ['an empty message', 'gaoxin/gate/trial.level', ''],
  ['no quantity', 'gaoxin/gate', '1'],
  ['a time without a zone', 'gaoxin/gate/trial.level', '{"at":"2026-03-01T12:00:00","value":1}'],
  ['no time', 'gaoxin/gate/trial.level', '{"value":1}'],
  ['null', 'gaoxin/gate', '[null]'],
])('%s is unreadable and no error', (_, topic, payload) => {
  const { sent, unreadable } = readingsOf(topic, bytes(payload), NOW)
  expect([sent.length, unreadable.length]).toEqual([0, 1])
})

it('words for a value are no number, which is told as such', () => {
  expect(readingsOf('gaoxin/gate/trial.level', bytes('offline'), NOW).sent).toMatchObject([
    { value: Number.NaN },
  ])
})

it('lines and tables say the same as a list, whatever the pieces they come in', async () => {
  const list = [ONE, { ...ONE, at: NOW + 1000, value: -3e-7 }, { ...ONE, device: '闸', value: 0 }]
  const expected = { sent: list, unreadable: [] }
  expect(readingsIn(list, 'gate')).toEqual(expected)
  const csv = `at,value,device,quantity\r\n${list.map(({ at, value, device, quantity }) => `${at},${value},"${device}",${quantity}`).join('\r\n')}`
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 200 }), async (length) => {
      expect(await readAll(list.map((one) => JSON.stringify(one)).join('\n'), 'ndjson', length)).toEqual(
        expected,
      )
      expect(await readAll(`\ufeff${csv}`, 'csv', length)).toEqual(expected)
    }),
    { numRuns: 30 },
  )
})

it('a line that is none is passed over and told', async () => {
  const { sent, unreadable } = await readAll(
    `${JSON.stringify(ONE)}\n\n{"at":\n${JSON.stringify(ONE)}\n`,
    'ndjson',
  )
  expect(sent).toEqual([ONE, ONE])
  expect(unreadable).toEqual(['{"at":'])
})

it('a line without end is not gathered', async () => {
  await expect(readAll('x'.repeat(100_000), 'ndjson', 1000)).rejects.toThrow(RangeError)
  await expect(readAll(`device,quantity\n"${'x'.repeat(100_000)}`, 'csv', 1000)).rejects.toMatchObject({
    code: 'CSV_MAX_RECORD_SIZE',
  })
})
