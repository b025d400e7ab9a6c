/**
 * How well and how fast the figure reader reads.
 *
 *     npx tsx bench/reader.ts [--misses] [labels-directory [texts-directory]]
 *
 * Without a directory it scores the labelled sets under ../shared where they are at hand.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { readFigures } from '../engines/report/figures/index.ts'
import { precision, recall, score } from './reader/score.ts'

const shared = fileURLToPath(new URL('../../shared', import.meta.url))
const args = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
const wantMisses = process.argv.includes('--misses')

const sets: (readonly [name: string, labels: string, texts: string])[] =
  args[0] !== undefined
    ? [[args[0], args[0], args[1] ?? args[0]]]
    : ['seed', 'reports'].map((name) => [name, join(shared, name), join(shared, name)])

for (const [name, labels, texts] of sets) {
  if (!existsSync(labels)) {
    console.log(`${name}: no labelled set at ${labels}`)
    continue
  }
  const result = score(labels, (text) => readFigures(text), texts)
  for (const [measure, tally] of [
    ['span+value+unit      ', result.found],
    ['… + indicator + kind ', result.read],
  ] as const)
    console.log(
      `${name}  ${measure} P ${precision(tally).toFixed(3)}  R ${recall(tally).toFixed(3)}  (${tally.matched} matched, ${tally.predicted} read, ${tally.gold} labelled)`,
    )
  if (wantMisses) for (const miss of result.misses) console.log(`  ${miss}`)
}

const SAMPLE =
  '全年完成财政收入12.5亿元，同比增长6.3%，高于全市1.2个百分点。新增高新技术企业36家，累计达210家，居全市第二。' +
  '河道清淤18公里，污水处理率达98%，群众满意率超过95%。\n'

function corpus(): string {
  const folder = join(shared, 'reports')
  if (!existsSync(folder)) {
    console.log('speed: no reports at hand, measured on a small built-in sample')
    return SAMPLE
  }
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}

const MEGABYTE = 1_000_000
const source = corpus()
const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8')

function textOf(megabytes: number): string {
  const times = Math.ceil((megabytes * MEGABYTE) / bytesOf(source))
  const whole = source.repeat(times)
  return whole.slice(0, Math.round((whole.length * megabytes * MEGABYTE) / bytesOf(whole)))
}

function speed(text: string): number {
  const start = process.cpuUsage()
  readFigures(text)
  const { user, system } = process.cpuUsage(start)
  return bytesOf(text) / MEGABYTE / ((user + system) / MEGABYTE)
}

readFigures(textOf(1))
const [one, ten] = [speed(textOf(1)), speed(textOf(10))]
console.log(`speed  1 MB ${one.toFixed(2)} MB/s   10 MB ${ten.toFixed(2)} MB/s   ratio ${(one / ten).toFixed(2)}`)
