import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { accessRecords } from '../kernel/access/records.ts'
import { attachmentRecords } from '../kernel/attachments/index.ts'
import { figureRecords } from '../kernel/figures/index.ts'
import { flowRecords } from '../kernel/flow/index.ts'
import { ruleRecords } from '../kernel/rules/index.ts'
import { seriesRecords } from '../kernel/series/index.ts'
import { exchangeRecords } from '../kernel/store/exchange/records.ts'
import type { MigrationSource, RecordDefinition } from '../kernel/store/index.ts'
import type { System } from '../kernel/system.ts'

const here = dirname(fileURLToPath(import.meta.url))
/** `.ts` from source, `.js` when built: the same code finds its neighbours either way. */
const extension = extname(fileURLToPath(import.meta.url))
export const projectFolder = dirname(here)
/** The built pages: beside the built program, or in its build when run from source. */
export const webFolder = join(projectFolder, extension === '.js' ? 'web' : 'dist/web')

/** Every folder under `systems/` with a door is a system; demonstration order, dependencies first. */
export async function findSystems(folder = join(projectFolder, 'systems')): Promise<readonly System[]> {
  const names = (await readdir(folder)).sort()
  const found: System[] = []
  for (const name of names) {
    const door = join(folder, name, `index${extension}`)
    if (!existsSync(door)) continue
    const { default: system } = (await import(pathToFileURL(door).href)) as { default: System }
    if (system.id !== name) throw new Error(`systems/${name} declares itself as "${system.id}"`)
    found.push(system)
  }
  return inOrder(found)
}

/** Dependencies before dependants, otherwise by name. @throws when `after` names a missing system or a circle. */
export function inOrder(systems: readonly System[]): readonly System[] {
  const byId = new Map(systems.map((system) => [system.id, system]))
  const done: System[] = []
  const visit = (system: System, path: readonly string[]) => {
    if (path.includes(system.id))
      throw new Error(`systems wait for each other: ${[...path, system.id].join(' → ')}`)
    if (done.includes(system)) return
    for (const id of system.after ?? []) {
      const before = byId.get(id)
      if (!before) throw new Error(`system ${system.id} comes after "${id}", which does not exist`)
      visit(before, [...path, system.id])
    }
    done.push(system)
  }
  for (const system of systems) visit(system, [])
  return done
}

/** What the kernel itself keeps. */
const KERNEL: readonly { schema: string; folder: string; records: readonly RecordDefinition[] }[] = [
  { schema: 'gaoxin', folder: join(projectFolder, 'kernel/store/migrations'), records: [] },
  { schema: 'audit', folder: join(projectFolder, 'kernel/store/history/migrations'), records: [] },
  { schema: 'access', folder: join(projectFolder, 'kernel/access/migrations'), records: accessRecords },
  { schema: 'figures', folder: join(projectFolder, 'kernel/figures/migrations'), records: figureRecords },
  {
    schema: 'attachments',
    folder: join(projectFolder, 'kernel/attachments/migrations'),
    records: attachmentRecords,
  },
  {
    schema: 'exchange',
    folder: join(projectFolder, 'kernel/store/exchange/migrations'),
    records: exchangeRecords,
  },
  { schema: 'flow', folder: join(projectFolder, 'kernel/flow/migrations'), records: flowRecords },
  { schema: 'rules', folder: join(projectFolder, 'kernel/rules/migrations'), records: ruleRecords },
  { schema: 'series', folder: join(projectFolder, 'kernel/series/migrations'), records: seriesRecords },
]

export interface SchemaSource extends MigrationSource {
  readonly records: readonly RecordDefinition[]
}

/** Where the migrations of every schema are, and the records that they must add up to. */
export const schemaSources = (
  systems: readonly System[],
  folder = join(projectFolder, 'systems'),
): readonly SchemaSource[] => [
  ...KERNEL,
  ...systems.map((system) => ({
    schema: system.id,
    folder: join(folder, system.id, 'migrations'),
    records: system.records,
  })),
]

export const allRecords = (systems: readonly System[]): ReadonlyMap<string, RecordDefinition> =>
  new Map(
    schemaSources(systems).flatMap(({ records }) => records.map((record) => [record.id, record] as const)),
  )
