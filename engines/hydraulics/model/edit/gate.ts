import { HydraulicsError } from '../../errors.ts'
import { rowsOf } from '../read.ts'
import { LINKS } from '../sections/index.ts'
import { idOf, numberOf } from '../text.ts'
import type { Model } from '../types.ts'
import { addRows, mapRows, rowsOfId } from './rows.ts'

const WORD = {
  CONDUITS: 'CONDUIT',
  PUMPS: 'PUMP',
  ORIFICES: 'ORIFICE',
  WEIRS: 'WEIR',
  OUTLETS: 'OUTLET',
} as const

/**
 * Holds a gate, pump, weir or conduit at a setting: 0 shut or off, 1 open or on, between for what can be throttled.
 * The engine knows no such column, so it is a control rule, `HOLD_` with the link's id, above all others in priority.
 * @param setting undefined gives the link back to the model's own rules
 * @throws HydraulicsError HYDRAULICS_UNKNOWN; HYDRAULICS_VALUE for a setting that the link cannot take
 */
export function setGate(model: Model, link: string, setting: number | undefined): Model {
  const section = LINKS.find((key) => rowsOfId(model, key, link).length > 0)
  if (!section) throw new HydraulicsError('HYDRAULICS_UNKNOWN', 'link', link)
  const id = `HOLD_${link}`
  const released = withoutRule(model, id)
  if (setting === undefined) return released
  const open = setting === 0 || setting === 1
  const fits =
    section === 'CONDUITS' ? open : section === 'PUMPS' ? setting >= 0 : setting >= 0 && setting <= 1
  if (!fits) throw new HydraulicsError('HYDRAULICS_VALUE', section, setting)
  const how =
    section === 'CONDUITS' ? ['STATUS', '=', setting === 1 ? 'OPEN' : 'CLOSED'] : ['SETTING', '=', setting]
  return addRows(released, [
    ['CONTROLS', ['RULE', id]],
    ['CONTROLS', ['IF', 'SIMULATION', 'TIME', '>=', 0]],
    ['CONTROLS', ['THEN', WORD[section], link, ...how]],
    ['CONTROLS', ['PRIORITY', highest(released) + 1]],
  ])
}

function highest(model: Model): number {
  let most = 0
  for (const { cells } of rowsOf(model, 'CONTROLS'))
    if (idOf(cells[0] as string) === 'PRIORITY') most = Math.max(most, numberOf(cells[1] ?? '0') || 0)
  return most
}

function withoutRule(model: Model, id: string): Model {
  let inside = false
  return mapRows(model, 'CONTROLS', (cells) => {
    const word = idOf(cells[0] as string)
    if (word === 'RULE') inside = idOf(cells[1] ?? '') === idOf(id)
    if (word === 'VARIABLE' || word === 'EXPRESSION') inside = false
    return inside ? undefined : cells
  })
}
