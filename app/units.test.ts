import { expect, it } from 'vitest'
import { UNIT_WORDS } from '../engines/report/write/unitWords.ts'
import { findSystems } from './systems.ts'

it('every unit that a record declares has its English', async () => {
  const systems = await findSystems()
  const units = systems.flatMap(({ records = [] }) =>
    records.flatMap(({ columns }) =>
      Object.values(columns).flatMap((column) => ('unit' in column && column.unit ? [column.unit] : [])),
    ),
  )
  expect(units.length).toBeGreaterThan(50)
  expect([...new Set(units)].filter((unit) => /[\u4e00-\u9fff]/.test(unit) && !(unit in UNIT_WORDS))).toEqual(
    [],
  )
})
