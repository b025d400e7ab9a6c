import { expect, it, test } from 'vitest'
import { SYSTEM_ACTOR } from '../../../kernel/access/actor.ts'
import { Decimal, parseRef } from '../../../kernel/figures/index.ts'
import { testZone } from '../../../test/zone.ts'
import { makeSpending } from './spending.ts'

const opened = testZone()
const figure = (ref: string) =>
  opened.zone.context(SYSTEM_ACTOR).figures.figure(parseRef(`policy.science-spending${ref}`)!)

test.each([
  ['@2023', '14.73', 2],
  [':growth@2023', '22.2', 1],
  [':growth.streak@2023', '2', 0],
])('%s comes out of the rows as the report of 2023 published it: %s', async (ref, published, decimals) => {
  const { status, value, lineage } = await figure(ref)
  expect([status, new Decimal(value!).toFixed(decimals)]).toEqual(['computed', published])
  if (lineage.from === 'rows') expect(lineage).toMatchObject({ record: 'policy.spending', synthetic: true })
})

it('grows by less in the year under way, whose draft may not say that it grew by a fifth', async () => {
  const { status, value } = await figure(':growth@2024-01..10')
  expect([status, new Decimal(value!).toFixed(1)]).toEqual(['computed', '11.3'])
})

it('is the same at every run, names no real document and has every row once', () => {
  const rows = makeSpending(2023)
  expect(makeSpending(2023)).toEqual(rows)
  expect(rows.every(({ document, amount }) => document.startsWith('示例') && Number(amount) > 0)).toBe(true)
  expect(
    new Set(rows.map(({ month, subject, payee, document }) => `${month}${subject}${payee}${document}`)).size,
  ).toBe(rows.length)
  expect(rows.every(({ subject, item }) => item.startsWith(subject))).toBe(true)
})
