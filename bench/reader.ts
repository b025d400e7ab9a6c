/**
 * `npm run bench:reader [-- --check]`: precision and recall of the figure reader against hand-labelled reports, and
 * its speed. With `--check` it fails below the floors. Needs the labelled reports beside the project (../shared) for
 * the scores; the speed is measured on whatever report there is.
 */
import { existsSync, readFileSync } from 'node:fs'
import { readFigures } from '../engines/report/index.ts'
import { precision, recall, type Score, scoreReader } from './reader/score.ts'

const SETS = [
  { name: 'zone report 2023', folder: '../shared/seed', floor: 0.97 },
  { name: 'other reports', folder: '../shared/reports', floor: 0.93 },
]
const check = process.argv.includes('--check')
const verbose = process.argv.includes('--misses')
const three = (ratio: number) => ratio.toFixed(3)
let below = 0

for (const { name, folder, floor } of SETS) {
  if (!existsSync(`${folder}/gold.jsonl`)) {
    console.log(`${name}: no labels at ${folder}, not scored`)
    continue
  }
  const score = scoreReader(folder)
  const numbers = [score.figure, score.whole].flatMap((ratio) => [precision(ratio), recall(ratio)])
  const [p = 0, r = 0, wholeP = 0, wholeR = 0] = numbers
  console.log(
    `${name}: span+value+unit precision ${three(p)} recall ${three(r)} · with indicator and kind precision ${three(wholeP)} recall ${three(wholeR)} (${score.figure.labels} labels, goal ${floor})`,
  )
  if (verbose) printMisses(score)
  if (Math.min(...numbers) < floor) below++
}

const report = readFileSync('systems/plan/seed/ningbo-gaoxin-2023.txt', 'utf8')
const speeds = [1, 10].map((megabytes) => measure(report, megabytes * 1_000_000))
for (const { bytes, seconds } of speeds)
  console.log(
    `read ${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(2)} s: ${(bytes / 1e6 / seconds).toFixed(1)} MB/s`,
  )
console.log(
  `10 MB took ${((speeds[1]?.seconds ?? 0) / (speeds[0]?.seconds ?? 1)).toFixed(1)} times as long as 1 MB`,
)
if (check && below > 0) {
  console.error(`${below} set(s) below the floor`)
  process.exitCode = 1
}

/** The best of three, on copies of a real report. */
function measure(text: string, size: number): { bytes: number; seconds: number } {
  const each = Buffer.byteLength(text)
  const long = text.repeat(Math.ceil(size / each))
  const runs = Array.from({ length: 3 }, () => {
    const start = performance.now()
    readFigures(long)
    return (performance.now() - start) / 1000
  })
  return { bytes: Buffer.byteLength(long), seconds: Math.min(...runs) }
}

function printMisses({ missed, extra, wrong }: Score): void {
  for (const label of missed) console.log(`  missed  ${label.text} (${label.indicator}) in ${label.file}`)
  for (const figure of extra) console.log(`  extra   ${figure.text} (${figure.indicator})`)
  for (const { label, read, differs } of wrong)
    console.log(
      `  ${differs}: ${label.text} is ${label.kind} of ${label.indicator}, read as ${read.kind} of ${read.indicator}`,
    )
}
