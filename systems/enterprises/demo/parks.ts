/** Parks and incubators of the demonstration, where its firms of technology sit. */
import type { ParkRow } from '../parks.ts'
import type { Entity } from './register.ts'

type Park = Pick<ParkRow, 'id' | 'name' | 'kind' | 'level' | 'operator' | 'opened_on' | 'place'>

const PARKS: readonly (readonly [ParkRow['kind'], ParkRow['level'], name: string, opened: string])[] = [
  ['park', 'national', '示例软件园', '2007-05-18'],
  ['park', 'provincial', '示例新材料产业园', '2010-09-01'],
  ['park', 'municipal', '示例研发园', '2012-03-26'],
  ['park', 'zone', '示例检验检测产业园', '2016-11-08'],
  ['incubator', 'national', '示例科技企业孵化器', '2005-06-30'],
  ['incubator', 'provincial', '示例创业孵化器', '2014-04-15'],
  ['makerSpace', 'national', '示例众创空间', '2015-10-20'],
  ['accelerator', 'municipal', '示例企业加速器', '2018-07-01'],
]
const idOf = (no: number): string => `enterprises-park-${no + 1}`

export const NOWHERE = { park: null, incubator: null } as const

/** Half of the firms of technology sit in a park, the younger of the others are incubated. @param drawn 0 to 7 */
export const housed = (drawn: number, on: string) =>
  PARKS[drawn]?.[0] === 'park'
    ? { park: idOf(drawn), incubator: null }
    : on >= '2019'
      ? { park: null, incubator: idOf(drawn) }
      : NOWHERE

/** Each run by a firm that lets premises, at the spot of its operator. */
export function makeParks(register: readonly Entity[]): Park[] {
  const operators = register.filter(
    ({ sector, kind, cancelled_on, place }) =>
      sector === 'K' && kind === 'enterprise' && !cancelled_on && place !== null,
  )
  return PARKS.map(([kind, level, name, opened_on], no) => ({
    id: idOf(no),
    name,
    kind,
    level,
    operator: operators[no]?.id ?? null,
    opened_on,
    place: operators[no]?.place ?? null,
  }))
}
