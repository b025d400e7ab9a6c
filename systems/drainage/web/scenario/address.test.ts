import { expect, it } from 'vitest'
import { addressOf, differs, type Setup, scenariosOf, setupOf } from './address.ts'

const knows = (link: string) => ['C1', 'C:2', 'G1'].includes(link)
const read = (address: Record<string, string>, wet = true) =>
  setupOf(new URLSearchParams(address), knows, wet)

it('what is compared comes back from its address', () => {
  const setup: Setup = {
    start: 'empty',
    baseYears: undefined,
    rain: 50,
    shut: ['G1'],
    sizes: [
      { link: 'C1', size: 0.8 },
      { link: 'C:2', size: 1.2 },
    ],
  }
  expect(read(addressOf(setup))).toEqual(setup)
  expect(read(addressOf({ ...setup, baseYears: 5, rain: 'forecast' }))).toMatchObject({
    baseYears: 5,
    rain: 'forecast',
  })
})

it('without rain in the forecast both have a design storm', () => {
  expect(read({}).baseYears).toBeUndefined()
  expect(read({}, false).baseYears).toBe(5)
  expect(read({ base: 'forecast' }, false).baseYears).toBeUndefined()
})

it('passes over what the model has not, and sizes that no pipe has', () => {
  expect(read({ shut: 'G1 GONE', size: 'C1:0 C1:11 C1:x GONE:1', base: '7', rain: '7' })).toMatchObject({
    shut: ['G1'],
    sizes: [],
    baseYears: undefined,
    rain: 'same',
  })
})

it('says when both are the same', () => {
  const same = read({ base: '5' })
  expect(differs(same)).toBe(false)
  expect(differs(read({ base: '5', rain: '5' }))).toBe(false)
  expect(differs(read({ base: '5', rain: '50' }))).toBe(true)
  expect(differs(read({ base: '5', shut: 'G1' }))).toBe(true)
  expect(scenariosOf(read({ base: '20', shut: 'G1' })).other).toEqual({ years: 20, shut: ['G1'], sizes: [] })
})
