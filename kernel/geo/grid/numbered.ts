import { boundsOf, type Geometry } from '../geometry.ts'

/** Cells of one community at most: their serials have three digits. */
const MOST = 999

/**
 * The codes of a community's 单元网格 by the rule of their standards: the community's 12 digits and a serial of three, given from west
 * to east, row by row from north to south. A row is what lies north of the southern edge of its northernmost cell, by the middle.
 * @returns the code of each outline, in the order in which they were given
 */
export function cellCodes(community: string, outlines: readonly Geometry[]): readonly string[] {
  if (!/^[1-9]\d{11}$/.test(community)) throw new Error(`${community} is no code of a community: 12 digits`)
  if (outlines.length > MOST) throw new Error(`${community} has more than ${MOST} cells`)
  const cells = outlines.map((outline, at) => {
    const [west, south, east, north] = boundsOf(outline)
    return { at, south, x: (west + east) / 2, y: (south + north) / 2 }
  })
  let left = cells.toSorted((a, b) => b.y - a.y || a.x - b.x)
  const codes: string[] = []
  let serial = 0
  while (left[0]) {
    const { south } = left[0]
    const row = left.filter(({ y }) => y > south).sort((a, b) => a.x - b.x)
    for (const { at } of row) codes[at] = community + String(++serial).padStart(3, '0')
    left = left.filter(({ y }) => y <= south)
  }
  return codes
}
