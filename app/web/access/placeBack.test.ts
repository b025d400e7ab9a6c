import { expect, it } from 'vitest'
import { placeBack } from './placeBack.ts'

it.each([
  ['/plan?year=2024#a', 'https://gaoxin.example/plan?year=2024#a'],
  [null, '/'],
  ['/sign-in?back=%2F', '/'],
  ['https://evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/\n\\evil.example', '/'],
  ['/./\t/evil.example', 'https://gaoxin.example//evil.example'],
])('from %j the door leads to %j', (back, place) => {
  expect(placeBack(back, 'https://gaoxin.example')).toBe(place)
})
