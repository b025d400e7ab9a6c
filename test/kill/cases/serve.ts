/** The program that is killed: begins a case of the pattern that it is told, plays it, and says what was answered. */
import { writeSync } from 'node:fs'
import { PATTERNS } from '../../../engines/bpmn/patterns.fixture.ts'
import { startCase } from '../../../kernel/flow/index.ts'
import { openTrial, type PatternNumber } from './open.ts'
import { play } from './play.ts'

const [url, pattern, title] = process.argv.slice(2) as [string, PatternNumber, string]
const { zone, player } = await openTrial(url)
const id = await startCase(player, {
  process: `trial.pattern${pattern}`,
  title,
  vars: PATTERNS[pattern].vars,
})
writeSync(1, '1\n')
await play(player, id, (steps) => writeSync(1, `${steps}\n`))
await zone.close()
