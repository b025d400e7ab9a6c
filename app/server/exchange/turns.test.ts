import { expect, it } from 'vitest'
import { Places } from './turns.ts'

it('there are so many places for all and so many for one, and one given back twice is one', () => {
  const places = new Places(3, 2)
  const [first, second] = [places.take('a'), places.take('a')]
  expect(places.take('a')).toBeUndefined()
  expect(places.take('b')).toBeDefined()
  expect(places.take('c')).toBeUndefined()
  first!()
  first!()
  expect(places.take('c')).toBeDefined()
  expect(places.take('d')).toBeUndefined()
  second!()
  expect(places.take('a')).toBeDefined()
})
