import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openZone } from '../app/zone.ts'
import { openEmbedded } from '../kernel/store/embedded.ts'
import { testVault } from './vault.ts'

/**
 * One server for the whole run: the embedded one, or the one that GAOXIN_TEST_DATABASE names. The demonstration
 * zone is loaded once, when the first test asks for it, and copied by the database for each test file (`testZone`), which
 * takes a tenth of a second.
 */
export default async function setup(project: TestProject) {
  const given = process.env.GAOXIN_TEST_DATABASE
  const folder = join(project.config.root, `.tmp-test-${process.pid}`)
  const embedded = given ? undefined : await openEmbedded(folder)
  const server = given ?? embedded?.url ?? ''
  const template = `gaoxin_template_${process.pid}`
  project.provide('server', server)
  project.provide('template', template)
  return async () => {
    for (const name of [template, unfinished(template)])
      await administer(server, `drop database if exists ${name} with (force)`)
    await embedded?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const unfinished = (template: string) => `${template}_unfinished`

/** Loads the demonstration zone under that name, unless it is there; of workers that ask at once, one does. */
export async function loadTemplate(server: string, template: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(1)')
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
    if (rowCount) return
    const making = unfinished(template)
    await client.query(`drop database if exists ${making} with (force)`)
    await client.query(`create database ${making}`)
    const zone = await openZone({ url: databaseUrl(server, making), folder: '', vault: testVault })
    await zone.close()
    await client.query(`alter database ${making} rename to ${template}`)
  } finally {
    await client.end()
  }
}

export async function administer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

export function databaseUrl(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

declare module 'vitest' {
  export interface ProvidedContext {
    server: string
    template: string
  }
}
