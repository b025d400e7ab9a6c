import type { Network } from '../network.ts'
import { type Problem, problemAt } from '../problems.ts'
import { rowsOf } from '../read.ts'
import { SHAPES, wordOf } from '../sections/index.ts'
import { idOf, numberOf } from '../text.ts'
import type { Model, Words } from '../types.ts'

/** Cross-sections whose values do not fit each other, or that their kind of link cannot have. */
export function checkShapes(model: Model, network: Network): readonly Problem[] {
  const weirs = new Map(
    [...rowsOf(model, 'WEIRS')].map(({ line, cells }) => [line, wordOf(Object.keys(WEIRS), cells[3] ?? '')]),
  )
  const wrong = [...rowsOf(model, 'XSECTIONS')].flatMap(({ line, cells }): readonly Problem[] => {
    const [id = '', said = ''] = cells
    const link = network.links.get(idOf(id))
    const shape = wordOf(SHAPES, said)
    if (!link) return []
    const allowed = link.kind === 'orifice' ? ORIFICES : WEIRS[weirs.get(link.line) ?? '']
    if (allowed && shape !== undefined && !allowed.includes(shape))
      return [
        problemAt('HYDRAULICS_WORD', 'XSECTIONS', line, said, {
          zh: allowed.join(' 或 '),
          en: allowed.join(' or '),
        }),
      ]
    const expected =
      link.kind === 'conduit' && cells.length >= 6
        ? ILL[shape ?? '']?.(cells.slice(2, 6).map(numberOf))
        : undefined
    return expected ? [problemAt('HYDRAULICS_VALUES', 'XSECTIONS', line, id, expected)] : []
  })
  return [...barrels(model, network), ...wrong]
}

/** Shapes that a regulator may have. */
const ORIFICES = ['CIRCULAR', 'RECT_CLOSED']
const WEIRS: Readonly<Record<string, readonly string[]>> = {
  TRANSVERSE: ['RECT_OPEN'],
  SIDEFLOW: ['RECT_OPEN'],
  'V-NOTCH': ['TRIANGULAR'],
  TRAPEZOIDAL: ['TRAPEZOIDAL'],
  ROADWAY: ['RECT_OPEN'],
}

/** Sizes in the trade that a code may stand for, where no width is given. */
const coded =
  (most: number) =>
  ([code = 0, width = 0]: readonly number[]): Words | undefined =>
    width === 0 && Math.floor(code) > most
      ? {
          zh: `标准尺寸代码 1 到 ${most}，或高和宽`,
          en: `a code of 1 to ${most} for a standard size, or height and width`,
        }
      : undefined

/** What is wrong with the values of a shape. */
const ILL: Readonly<Record<string, (values: readonly number[]) => Words | undefined>> = {
  FILLED_CIRCULAR: ([height = 0, filled = 0]) =>
    filled >= height ? { zh: '淤积深小于管高', en: 'a filled depth below the height' } : undefined,
  RECT_OPEN: ([, , sides = 0]) =>
    sides < 0 || sides > 2 ? { zh: '去掉的侧壁数为0到2', en: '0 to 2 sides taken away' } : undefined,
  TRAPEZOIDAL: ([, bottom = 0, left = 0, right = 0]) =>
    bottom === 0 && left === 0 && right === 0
      ? { zh: '底宽或边坡大于0', en: 'a bottom or slopes above 0' }
      : undefined,
  MODBASKETHANDLE: ([height = 0, width = 0]) =>
    height < width / 2 ? { zh: '高不小于宽的一半', en: 'a height of at least half the width' } : undefined,
  HORIZ_ELLIPSE: coded(23),
  VERT_ELLIPSE: coded(23),
  ARCH: coded(102),
}

/** What the engine has room for; it counts more from -128 on again. */
const MOST_BARRELS = 127
const UNBARRELLED = ['IRREGULAR', 'STREET']

/** The engine counts barrels of conduits only. */
const barrels = (model: Model, { links }: Network): readonly Problem[] =>
  [...rowsOf(model, 'XSECTIONS')].flatMap(({ line, cells }) => {
    const [id = '', shape = '', , , , , cell] = cells
    if (cell === undefined || links.get(idOf(id))?.kind !== 'conduit' || wordOf(UNBARRELLED, shape)) return []
    const count = Number.parseInt(cell, 10) || 0
    if (count >= 1 && count <= MOST_BARRELS) return []
    const counted = count < 1 ? count : ((count + MOST_BARRELS + 1) % 256) - MOST_BARRELS - 1
    return [
      {
        code: 'HYDRAULICS_NUMBER',
        level: counted < 1 ? 'error' : 'warning',
        line,
        section: 'XSECTIONS',
        column: { zh: '孔数', en: 'barrels' },
        value: cell,
        expected: { zh: `1到${MOST_BARRELS}的孔数`, en: `1 to ${MOST_BARRELS} barrels` },
      } as const,
    ]
  })
