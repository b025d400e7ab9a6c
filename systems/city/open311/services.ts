import { sql } from 'kysely'
import type { Context } from '../../../kernel/system.ts'
import { CLASS_KINDS } from '../words.ts'
import { ATTRIBUTES } from './attributes.ts'
import { open311Error } from './errors.ts'
import type { Open311Settings } from './settings.ts'

interface Leaf {
  readonly id: string
  readonly code: string
  readonly kind: keyof typeof CLASS_KINDS
  readonly name: string
  readonly name_en: string
  readonly above: string | null
}

/** Classes at the end of the tree that is in force. Their code outlives the version of the tree. */
export async function leavesOf(
  { db, today }: Pick<Context, 'db' | 'today'>,
  code?: string,
): Promise<readonly Leaf[]> {
  const { rows } = await sql<Leaf>`select * from (
      select c.id, c.kind || '-' || c.code as code, c.kind, c.name, c.name_en, p.name as above
      from city.classes c left join city.classes p on p.id = c.parent
      where c."from" <= ${today} and (c."to" is null or c."to" > ${today})
        and not exists (select from city.classes d where d.parent = c.id)) leaf
    where ${code ?? null}::text is null or code = ${code ?? null} order by code`.execute(db)
  return rows
}

/** @throws GaoxinError OPEN311_SERVICE_MISSING, OPEN311_SERVICE */
export async function leafOf(
  context: Pick<Context, 'db' | 'today'>,
  code: string | undefined,
): Promise<Leaf> {
  if (!code) throw open311Error('OPEN311_SERVICE_MISSING', { place: 'service_code' })
  const [leaf] = await leavesOf(context, code)
  if (!leaf) throw open311Error('OPEN311_SERVICE', { place: 'service_code', value: code })
  return leaf
}

export const servicesOf = async (context: Context, { batch }: Open311Settings) =>
  (await leavesOf(context)).map(({ code, kind, name, name_en, above }) => ({
    service_code: code,
    service_name: name,
    description: [above, name].filter(Boolean).join(' · '),
    metadata: true,
    type: batch ? 'batch' : 'realtime',
    keywords: [name, name_en, CLASS_KINDS[kind].zh, CLASS_KINDS[kind].en].join(', '),
    group: above ?? CLASS_KINDS[kind].zh,
  }))

export async function definitionOf(context: Context, asked: string) {
  const { code, kind } = await leafOf(context, asked)
  return {
    service_code: code,
    attributes: ATTRIBUTES.filter(({ kinds }) => kinds.includes(kind)).map((attribute, i) => ({
      variable: true,
      code: attribute.code,
      datatype: attribute.datatype,
      required: false,
      datatype_description: attribute.help,
      order: i + 1,
      description: attribute.name,
      values:
        attribute.values && Object.entries(attribute.values).map(([key, { zh: name }]) => ({ key, name })),
    })),
  }
}
