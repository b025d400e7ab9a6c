import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openZone } from '../app/zone.ts'
import { openEmbedded } from '../kernel/store/embedded.ts'
import { testVault } from './vault.ts'

/**
 * One server for the whole run: the embedded one, or the one that GAOXIN_TEST_DATABASE names. The demonstration
 * zone is loaded once and copied by the database for each test file (`testZone`), which takes a tenth of a second.
 */
export default async function setup(project: TestProject) {
  const given = process.env.GAOXIN_TEST_DATABASE
  const folder = join(project.config.root, `.tmp-test-${process.pid}`)
  const embedded = given ? undefined : await openEmbedded(folder)
  const server = given ?? embedded?.url ?? ''
  const template = `gaoxin_template_${process.pid}`
  await administer(server, `create database ${template}`)
  const zone = await openZone({ url: databaseUrl(server, template), folder, vault: testVault })
  await zone.close()
  project.provide('server', server)
  project.provide('template', template)
  return async () => {
    await administer(server, `drop database if exists ${template} with (force)`)
    await embedded?.stop()
    await rm(folder, { recursive: true, force: true })
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
