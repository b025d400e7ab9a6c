import { expect, it } from 'vitest'
import { testZone } from '../../../test/zone.ts'
import { readNetwork } from '../model/index.ts'
import { sensorPlan } from '../twin/storm/plan.ts'
import { DAYS_HOURS } from './days.ts'
import { monitors } from './monitoring.ts'
import { networkRows } from './network.ts'
import { recordedDays, recordedStorm } from './recorded.ts'
import { registered } from './registered.ts'
import { DEMO_SEED } from './seed.ts'

const test = testZone()
const again = 'the made-up network has changed: npm run sample:drainage'

it('what the engine was run on is the network that is entered', async () => {
  const kept = await readNetwork(test.zone.context())
  const made = registered(networkRows(DEMO_SEED))
  const byId = <T extends { readonly id: string }>(rows: readonly T[]) =>
    rows.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  expect(byId(kept.nodes)).toEqual(byId(made.nodes))
  expect(byId(kept.links)).toEqual(byId(made.links))
  expect(byId(kept.catchments)).toEqual(byId(made.catchments))
})

it('what was recorded is of the sensors and of the nodes and links that there are', () => {
  const network = networkRows(DEMO_SEED)
  const days = recordedDays()
  const watched = monitors(network).filter(({ measures }) => measures !== 'rain')
  expect(Object.keys(days.series).toSorted(), again).toEqual(watched.map(({ device }) => device).toSorted())
  for (const values of Object.values(days.series)) expect(values.length).toBe(DAYS_HOURS * 12)
  const storm = recordedStorm()
  const devices = sensorPlan(registered(network)).map(({ device }) => device)
  expect(storm.readings.map(({ device }) => device).toSorted(), again).toEqual(devices.toSorted())
  const ids = new Set([...network.nodes, ...network.links].map(({ id }) => id))
  for (const { field } of storm.runs) {
    expect(
      Object.keys(field.nodes).filter((id) => !ids.has(id)),
      again,
    ).toEqual([])
    expect(
      Object.keys(field.links).filter((id) => !ids.has(id)),
      again,
    ).toEqual([])
  }
})
