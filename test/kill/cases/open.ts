import { openZone } from '../../../app/zone.ts'
import type { PATTERNS } from '../../../engines/bpmn/patterns.fixture.ts'
import { testVault } from '../../vault.ts'
import trial from './system.ts'

export type PatternNumber = keyof typeof PATTERNS

/** The zone of the trial, and it as somebody who may do every task of it. */
export async function openTrial(url: string) {
  const zone = await openZone({
    url,
    folder: '',
    systems: [trial],
    // No records, so no tables of its own.
    systemsFolder: '.tmp-none',
    vault: testVault,
    whenNew: 'empty',
  })
  const player = zone.context({ id: 'player', name: 'player', role: 'officer', office: 'office' })
  return { zone, player }
}
