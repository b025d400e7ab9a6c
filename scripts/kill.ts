/** `npm run test:kill -- --kills 1000 --seed 7`: kills the program and its database, and tells what was lost. */
import { parseArgs } from 'node:util'
import { killAndJudge } from '../test/kill/run.ts'

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
})
const began = Date.now()
const tally = await killAndJudge({
  kills: Number(values.kills),
  seed: Number(values.seed),
  onKill: (number, at, { violations }) =>
    console.log(
      `${number}/${values.kills} ${at}${violations.length > 0 ? ` (${violations.length} violations)` : ''}`,
    ),
})
console.table(Object.fromEntries([...tally.kills].sort()))
console.log(
  `${tally.acknowledged} writes acknowledged, ${tally.unanswered} unanswered, ${Math.round((Date.now() - began) / 1000)} s`,
)
for (const words of tally.violations) console.log(`VIOLATION ${words}`)
console.log(`${tally.violations.length} violations`)
process.exitCode = tally.violations.length > 0 ? 1 : 0
