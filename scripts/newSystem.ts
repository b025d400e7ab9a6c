/**
 * `npm run new-system -- NAME`: writes systems/NAME from scripts/template, its first migration included. The
 * result runs as it is; nothing outside the new folder is touched.
 */
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectFolder } from '../app/systems.ts'
import { difference, schemaOf } from '../kernel/store/index.ts'
import type { System } from '../kernel/system.ts'

const id = process.argv[2] ?? ''
if (!/^[a-z][a-z]{1,30}$/.test(id)) fail(`a system's name is one lower-case word, not "${id}"`)
const folder = join(projectFolder, 'systems', id)
if (existsSync(folder)) fail(`systems/${id} exists already`)

const template = join(projectFolder, 'scripts/template')
await mkdir(join(folder, 'migrations'), { recursive: true })
for (const file of await readdir(template)) {
  const body = await readFile(join(template, file), 'utf8')
  await writeFile(join(folder, fill(file.replace(/\.txt$/, ''))), fill(body))
}
const { default: system } = (await import(pathToFileURL(join(folder, 'index.ts')).href)) as {
  default: System
}
const schema = schemaOf(system.records)
await writeFile(join(folder, 'migrations/0001-first.sql'), `${difference({}, schema).sql.join('\n')}\n`)
await writeFile(join(folder, 'migrations/schema.json'), `${JSON.stringify(schema, null, 2)}\n`)
console.log(
  `systems/${id} is ready. Next: name its office and its questions in README.md, then npm test -- ${id}`,
)

function fill(text: string): string {
  return text.replaceAll('__id__', id)
}

function fail(sentence: string): never {
  console.error(sentence)
  process.exit(2)
}
