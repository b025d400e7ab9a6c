import fc from 'fast-check'
import { expect, it } from 'vitest'
import { codePointOffsets } from './codePoints.ts'

it('counts what Python counts', () => {
  const at = codePointOffsets('高😀新😀')
  expect([0, 1, 3, 4, 6].map(at)).toEqual([0, 1, 2, 3, 4])
})

it('agrees with spreading the text, anywhere', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('高', '😀', 'a', '\u{20000}') }), (text) => {
      const at = codePointOffsets(text)
      let utf16 = 0
      for (const [count, char] of [...text].entries()) {
        expect(at(utf16)).toBe(count)
        utf16 += char.length
      }
    }),
  )
})
