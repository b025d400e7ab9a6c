/** The program that is killed: begins a case of the pattern that it is told, plays it, and says what was answered. */
import { writeSync } from 'node:fs'
import { PATTERNS } from '../../../engines/bpmn/patterns.fixture.ts'
import { startCase } from '../../../kernel/flow/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { openTrial, type PatternNumber } from './open.ts'
import { play } from './play.ts'

const [url, pattern, title, how] = process.argv.slice(2) as [string, PatternNumber, string, string]
const { zone, player } = await openTrial(url)
const begin = (by: Context) =>
  startCase(by, { process: `trial.pattern${pattern}`, title, vars: PATTERNS[pattern].vars })
const among = how === 'among'
const id = await (among ? player.transaction(begin) : begin(player))
writeSync(1, '1\n')
await play(player, id, among, (steps) => writeSync(1, `${steps}\n`))
await zone.close()
