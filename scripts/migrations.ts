/**
 * Writes the next migration of every schema whose declarations have moved on: `npm run migrations -- NAME`.
 * With `--check` it writes nothing and fails when something is missing.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findSystems, schemaSources } from '../app/systems.ts'
import { difference, type Schema, schemaOf } from '../kernel/store/index.ts'

const check = process.argv.includes('--check')
const name = process.argv.slice(2).find((word) => !word.startsWith('-')) ?? 'change'
let behind = 0
for (const { schema, folder, records } of schemaSources(await findSystems())) {
  const snapshot = join(folder, 'schema.json')
  const before = JSON.parse(await readFile(snapshot, 'utf8').catch(() => '{}')) as Schema
  const after = schemaOf(records)
  const { sql, byHand } = difference(before, after)
  if (sql.length === 0 && byHand.length === 0) continue
  behind++
  for (const line of byHand) console.error(`${schema}: write by hand: ${line}`)
  if (check) {
    console.error(`${schema}: ${sql.length} statements are missing; run npm run migrations -- NAME`)
    continue
  }
  await mkdir(folder, { recursive: true })
  const count = (await readdir(folder)).filter((file) => file.endsWith('.sql')).length
  const file = `${String(count + 1).padStart(4, '0')}-${count === 0 ? 'first' : name}.sql`
  await writeFile(join(folder, file), `${sql.join('\n')}\n`)
  await writeFile(snapshot, `${JSON.stringify(after, null, 2)}\n`)
  console.log(`${join(folder, file)}: ${sql.length} statements`)
}
if (check && behind > 0) process.exitCode = 1
