import { sql } from 'kysely'
import type { Context } from '../system.ts'
import { processesOf, versionNumbered } from './versions.ts'

/** What steps are called in English (`gaoxin:name-en` of published diagrams), by their Chinese names. */
export type EnglishNames = Readonly<Record<string, string>>

/** Of all versions that cases may run by; a later version's word holds. */
export async function englishNames(context: Context): Promise<EnglishNames> {
  const { rows } = await sql<{ process: string; number: number }>`select process, number::integer as number
    from flow.diagrams where state = 'published' order by process, number`.execute(context.db)
  const declared = processesOf(context)
  const versions = await Promise.all(
    rows
      .filter(({ process }) => declared.has(process))
      .map(({ process, number }) => versionNumbered(context, process, number)),
  )
  return Object.fromEntries(
    versions.flatMap(({ process }) =>
      [...process.elements.values()].flatMap(({ name, given }) =>
        name?.trim() && given['name-en'] ? [[name.trim(), given['name-en']]] : [],
      ),
    ),
  )
}
