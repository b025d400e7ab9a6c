/**
 * `npm run conformance:hydraulics [-- [FOLDER] [--quick] [--only NAME] [--chunks]]`: runs public SWMM models on the engine and sets the
 * peak depth of every node and the peak flow of every link beside those of the native engine, model by model. Two values
 * agree within 0.5 per cent or one unit of the report's last digit. Causes of disagreements that were looked into stand
 * below. Fails under 99 per cent. SWMM_LIB runs a native library instead. `--chunks` also runs every dynamic-wave model in
 * four stretches: going on as they stand, where the built-in engine fails if anything differs, and from saved states alone.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { filesNamed, type Job, nodePool, type Outcome } from '../engines/hydraulics/run/index.ts'
import { CAUSES } from './hydraulicsCauses.ts'
import { chunksAgainstWhole } from './hydraulicsChunks.ts'

export interface Reference {
  readonly name: string
  readonly engine: string
  readonly flow_units: string
  readonly routing: string
  readonly runtime_s: number
  readonly node_depths?: Readonly<Record<string, { readonly max_depth: number; readonly time: string }>>
  readonly link_flows?: Readonly<Record<string, { readonly max_flow: number; readonly time: string }>>
  readonly runoff_continuity_error_pct: number | null
  readonly routing_continuity_error_pct: number | null
}

const FLOOR = 0.99
/** Models that take no more than a few seconds each, of every kind: what a change has to pass. */
const SLOW = new Set([
  'Session60_froude_dampen',
  'Session58_Interceptor',
  'Session18_GreenvilleSnowmelt',
  'Session29_292_Storage_Nodes_200_Subs',
  'Session75_InfoSWMM_Chapter7_780_SI_Units_Elements',
  'Session4_40_Subs_327_Links',
  'Session13_user5_sub_patterns',
  'Session74_449_H_Elements',
  'user5',
  'user3',
  'gate_control_2',
])

const words = process.argv.slice(2)
const only = words.includes('--only') ? (words[words.indexOf('--only') + 1] ?? '') : ''
const root = words.find((word) => !word.startsWith('--') && word !== only) ?? '../shared/swmm'
const quick = words.includes('--quick')
const library = process.env.SWMM_LIB || undefined
if (!existsSync(join(root, 'reference'))) {
  console.error(`there is no ${join(root, 'reference')}`)
  process.exit(2)
}

const names = readdirSync(join(root, 'reference'))
  .map((file) => file.replace(/\.json$/, ''))
  .filter((name) => name.includes(only) && !(quick && SLOW.has(name)))
const pool = nodePool({ library })
const total = { values: 0, agree: 0, failed: 0 }
const began = performance.now()
try {
  await Promise.all(names.map(async (name) => console.log((await judged(name)).join('\n'))))
  if (words.includes('--chunks')) {
    const different = await chunksAgainstWhole(names.map(jobOf), pool, (line) => console.log(line))
    if (different.length > 0 && !library) process.exitCode = 1
  }
} finally {
  pool.close()
}
const share = total.values === 0 ? 0 : total.agree / total.values
console.log(
  `\n${names.length} models, ${total.agree} of ${total.values} peaks agree (${(share * 100).toFixed(2)} %), ${total.failed} models failed, ${Math.round((performance.now() - began) / 1000)} s`,
)
if (share < FLOOR || total.failed > 0) process.exitCode = 1

function jobOf(name: string): Job {
  const model = readFileSync(join(root, 'models', `${name}.inp`), 'utf8')
  const files = Object.fromEntries(
    filesNamed(model).map(({ name: file }) => [
      file,
      new Uint8Array(readFileSync(join(root, 'models', file))),
    ]),
  )
  return { name, model, files, keep: false }
}

async function judged(name: string): Promise<readonly string[]> {
  const reference = JSON.parse(readFileSync(join(root, 'reference', `${name}.json`), 'utf8')) as Reference
  let outcome: Outcome
  try {
    outcome = await pool.run(jobOf(name))
  } catch (error) {
    total.failed++
    return [`${name}: ${error instanceof Error ? error.message : error}`]
  }
  const { tables, continuity, build } = outcome.report
  const digit = /MGD|CMS/.test(reference.flow_units) ? 0.001 : 0.01
  const depths = compared(
    reference.node_depths,
    ({ max_depth }) => max_depth,
    new Map(tables.nodeDepth.map(({ name: node, max }) => [node, max])),
    0.01,
  )
  const flows = compared(
    reference.link_flows,
    ({ max_flow }) => max_flow,
    new Map(tables.linkFlow.map(({ name: link, max }) => [link, max])),
    digit,
  )
  const errors = ['Runoff Quantity Continuity', 'Flow Routing Continuity'].map(
    (title) => continuity.find((balance) => balance.title === title)?.errorPercent[0],
  )
  const wanted = [reference.runoff_continuity_error_pct, reference.routing_continuity_error_pct]
  const values = depths.values + flows.values
  const wrong = [...depths.wrong, ...flows.wrong]
  total.values += values
  total.agree += values - wrong.length
  const told =
    values === 0
      ? 'runoff only'
      : `${values - wrong.length} of ${values} peaks (${depths.values} depths, ${flows.values} flows)`
  return [
    `${name} [${build}]: ${told}; continuity ${errors.map((error, i) => `${error ?? '-'} (${wanted[i] ?? '-'})`).join(', ')}`,
    ...wrong.slice(0, 5).map((line) => `    ${line}`),
    ...(wrong.length > 5 ? [`    … and ${wrong.length - 5} more`] : []),
    ...(wrong.length > 0 ? [`    cause: ${CAUSES[name] ?? 'not looked into'}`] : []),
  ]
}

function compared<R>(
  reference: Readonly<Record<string, R>> | undefined,
  peakOf: (row: R) => number,
  own: ReadonlyMap<string, number>,
  digit: number,
) {
  const wrong: string[] = []
  const rows = Object.entries(reference ?? {})
  for (const [name, row] of rows) {
    const wanted = peakOf(row)
    const value = own.get(name)
    // A digit more for what a binary fraction makes of two decimals.
    if (value === undefined || Math.abs(value - wanted) > Math.max(0.005 * Math.abs(wanted), digit * 1.0001))
      wrong.push(`${name}: ${value ?? 'missing'}, native ${wanted}`)
  }
  return { values: rows.length, wrong }
}
