/**
 * `npm run bench:hydraulics [-- NAME…]`: public SWMM models, one after the other on the engine that is built in, each beside
 * the native engine: SWMM_NATIVE names an executable (`runswmm MODEL REPORT OUT`) or a library of SWMM 5.2; without it the
 * times that came with the models stand there, which are of another machine or another hour. Then many scenarios at once
 * beside one. Every time is the best of several runs.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import {
  type Engine,
  filesNamed,
  type Job,
  nodePool,
  openEngine,
  runModel,
} from '../engines/hydraulics/run/index.ts'

const ROOT = process.env.GAOXIN_SWMM ?? '../shared/swmm'
const SCENARIOS = 8
const SCENARIO_MODEL = 'Session74_449_H_Elements'
const wanted = process.argv.slice(2)
const native = process.env.SWMM_NATIVE
if (!existsSync(join(ROOT, 'models'))) {
  console.error(`there is no ${join(ROOT, 'models')}`)
  process.exit(2)
}

const names = readdirSync(join(ROOT, 'models'))
  .filter((file) => file.endsWith('.inp'))
  .map((file) => file.replace(/\.inp$/, ''))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
console.log(`${cpus()[0]?.model}, ${availableParallelism()} processors, Node ${process.version}`)
console.log(native ? `native: ${native}` : 'native: stated, from another run')
console.log(
  ['model', 'wasm s', 'native s', 'ratio', 'with columns s', 'MB']
    .map((title, i) => title.padStart(i ? 15 : 0).padEnd(i ? 0 : 52))
    .join(''),
)

const wasm = await openEngine()
const times = nativeTimes(native)
let sums: [wasm: number, native: number] = [0, 0]
for (const name of names) {
  const job = jobOf(name)
  const own = await best(() => runModel(wasm, { ...job, keep: false }))
  const columns = await best(() => runModel(wasm, job), own)
  const other = await times(name)
  sums = [sums[0] + own, sums[1] + other]
  row(name, own, other, columns, wasm.memory())
}
row('all together', sums[0], sums[1])
if (wanted.length === 0) await scenarios()

function row(name: string, own: number, other: number, columns?: number, memory?: number): void {
  const cells = [
    own.toFixed(3),
    other.toFixed(3),
    (own / other).toFixed(2),
    columns?.toFixed(3) ?? '',
    memory ? (memory / 2 ** 20).toFixed(0) : '',
  ]
  console.log(name.padEnd(52) + cells.map((cell) => cell.padStart(15)).join(''))
}

/** Short runs are repeated, long ones are not. */
async function best(run: () => Promise<unknown>, known = 0): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  const began = performance.now()
  for (let i = 0; i < 5; i++) {
    const from = performance.now()
    await run()
    least = Math.min(least, (performance.now() - from) / 1000)
    if (performance.now() - began > 3000 || known > 3) break
  }
  return least
}

function nativeTimes(path: string | undefined): (name: string) => Promise<number> {
  if (!path)
    return async (name) =>
      (JSON.parse(readFileSync(join(ROOT, 'reference', `${name}.json`), 'utf8')) as { runtime_s: number })
        .runtime_s
  if (/\.(so|dylib|dll)(\.\d+)*$/.test(path)) {
    let engine: Promise<Engine> | undefined
    return async (name) => {
      engine ??= openEngine(path)
      const opened = await engine
      return best(() => runModel(opened, { ...jobOf(name), keep: false }))
    }
  }
  return async (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'gaoxin-bench-swmm-'))
    try {
      cpSync(join(ROOT, 'models'), folder, { recursive: true })
      return await best(async () => {
        const { status } = spawnSync(path, [`${name}.inp`, 'bench.rpt', 'bench.out'], {
          cwd: folder,
          stdio: 'ignore',
        })
        if (status !== 0) throw new Error(`${path} failed on ${name}`)
      })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

async function scenarios(): Promise<void> {
  const size = availableParallelism()
  const pool = nodePool({ size })
  const job = {
    ...jobOf(SCENARIO_MODEL),
    keep: { node: ['depth'], link: ['flow'], subcatchment: [], system: [] },
  }
  try {
    // The threads start and the engine warms up.
    await Promise.all(Array.from({ length: size }, () => pool.run(job)))
    const single = await best(() => pool.run(job))
    const from = performance.now()
    await Promise.all(Array.from({ length: SCENARIOS }, () => pool.run(job)))
    const all = (performance.now() - from) / 1000
    const ideal = (single * SCENARIOS) / size
    console.log(
      `\n${SCENARIOS} scenarios of ${SCENARIO_MODEL} on ${size} threads: ${all.toFixed(2)} s; one alone ${single.toFixed(2)} s; ${((all / ideal - 1) * 100).toFixed(1)} % above ${SCENARIOS}/${size} single times`,
    )
  } finally {
    pool.close()
  }
}

function jobOf(name: string): Job {
  const model = readFileSync(join(ROOT, 'models', `${name}.inp`), 'utf8')
  const files = Object.fromEntries(
    filesNamed(model).map(({ name: file }) => [
      file,
      new Uint8Array(readFileSync(join(ROOT, 'models', file))),
    ]),
  )
  return { name, model, files }
}
