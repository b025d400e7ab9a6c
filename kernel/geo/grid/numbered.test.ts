import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isGridCode } from '../../store/formats.ts'
import { cellCodes, type Geometry, type Position } from '../index.ts'

/** A surveyed cell: none of its corners lies quite where a net would have it. */
const cell = (column: number, row: number, shift: () => number): Geometry => {
  const corner = (x: number, y: number) =>
    [121.5 + (column + x + shift()) * 0.004, 29.9 - (row + y + shift()) * 0.004] as const
  const ring: Position[] = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)]
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}

it('cells are numbered from west to east, row by row from north to south, in whatever order they are given', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.double({ min: -0.2, max: 0.2, noNaN: true }), { minLength: 240, maxLength: 240 }),
      fc.integer({ min: 0, max: 29 }),
      (columns, rows, shifts, turn) => {
        let at = 0
        const shift = () => shifts[at++ % shifts.length] ?? 0
        const all = Array.from({ length: columns * rows }, (_, n) => ({
          serial: n + 1,
          outline: cell(n % columns, Math.floor(n / columns), shift),
        }))
        const given = [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)].reverse()
        const codes = cellCodes(
          '330212016001',
          given.map(({ outline }) => outline),
        )
        expect(codes.every(isGridCode)).toBe(true)
        expect(codes).toEqual(given.map(({ serial }) => `330212016001${String(serial).padStart(3, '0')}`))
      },
    ),
  )
  expect(cellCodes('330212016001', [])).toEqual([])
  expect(() => cellCodes('330212016', [])).toThrow('12 digits')
  expect(() => cellCodes('330212016001', Array(1000).fill(cell(0, 0, () => 0)))).toThrow('999')
})
