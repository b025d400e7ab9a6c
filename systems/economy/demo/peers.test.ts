import { expect, test } from 'vitest'
import { parsePeriod } from '../../../kernel/figures/period.ts'
import { CITY, DISTRICTS } from './districts.ts'
import { totals } from './months.ts'
import { makePeers } from './peers.ts'

const peers = makePeers(totals(2023), 2023)

test('every period has the city and all ten districts, once', () => {
  const groups = new Map<string, string[]>()
  for (const { indicator, aspect, period, place } of peers) {
    const key = `${indicator} ${aspect} ${period}`
    groups.set(key, [...(groups.get(key) ?? []), place])
  }
  for (const [key, places] of groups) expect(places.sort(), key).toEqual([CITY, ...DISTRICTS].sort())
  expect(groups.has('economy.industrial-output growth 2024-01..10')).toBe(true)
  expect(groups.has('economy.industrial-output growth 2023-01')).toBe(true)
  expect(groups.has('economy.gdp growth 2024-01..09')).toBe(true)
})

test('what is published has one decimal, a period that the ledger reads, and a source that says it is invented', () => {
  for (const { aspect, period, value, source } of peers) {
    expect(parsePeriod(period)).toBeDefined()
    expect(value).toMatch(aspect === 'growth' ? /^-?\d+\.\d$/ : /^\d+\.\d{1,2}$/)
    expect(value).not.toBe('-0.0')
    expect(source).toContain('虚构')
  }
})

test('the city lies among its districts in most periods', () => {
  const values = new Map(
    peers.map((peer) => [`${peer.indicator}@${peer.period}/${peer.place}`, Number(peer.value)]),
  )
  const cities = peers.filter(({ place, aspect }) => place === CITY && aspect === 'growth')
  const within = cities.filter(({ indicator, period, value }) => {
    const districts = DISTRICTS.map((name) => values.get(`${indicator}@${period}/${name}`)!)
    return Math.min(...districts) <= Number(value) && Number(value) <= Math.max(...districts)
  })
  expect(within.length / cities.length).toBeGreaterThan(0.97)
})
