import { sql } from 'kysely'
import { checkModel, readModel, sayProblem } from '../../../engines/hydraulics/model/index.ts'
import { insertRows, type RecordDefinition } from '../../../kernel/store/index.ts'
import type { Bytes, Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { drainageError } from '../errors.ts'
import { catchments, links, nodes } from '../tables/index.ts'
import type { NetworkKind } from '../words.ts'
import { key, type ModelRows, rowsOfModel } from './rowsOfModel.ts'

const MOST_BYTES = 30_000_000
const MOST_SAID = 8

export interface Imported {
  readonly nodes: number
  readonly links: number
  readonly catchments: number
  readonly left: ModelRows['left']
}

/**
 * Takes a model into the register, kept by the actor's office: all of it or nothing.
 * @throws GaoxinError DRAINAGE_LARGE, DRAINAGE_MODEL with what is wrong line by line, DRAINAGE_TAKEN with codes that are there
 */
export async function importModel(
  context: Context,
  { name, network }: { readonly name: string; readonly network: NetworkKind },
  body: Bytes,
): Promise<Imported> {
  const model = readModel(await textOf(body))
  const wrong = checkModel(model).filter(({ level }) => level === 'error')
  const rows = rowsOfModel(model, network)
  if (wrong.length > 0 || rows.nodes.length === 0) {
    const said = (language: 'zh' | 'en') =>
      wrong
        .slice(0, MOST_SAID)
        .map((problem) => sayProblem(problem, language))
        .join('; ')
    throw drainageError('DRAINAGE_MODEL', { place: name, more: text(said('zh'), said('en')) })
  }
  return context.transaction(async (inside) => {
    const { db, actor, now, newId, vault } = inside
    const taken = await sql<{ code: string }>`
      select code from drainage.nodes where code = any(${rows.nodes.map(({ code }) => code)}::text[])
      union all select code from drainage.links where code = any(${rows.links.map(({ code }) => code)}::text[])
      union all select code from drainage.catchments
        where code = any(${rows.catchments.map(({ code }) => code)}::text[])
      limit ${MOST_SAID}`.execute(db)
    if (taken.rows.length > 0)
      throw drainageError('DRAINAGE_TAKEN', {
        place: name,
        more: text(
          taken.rows.map(({ code }) => code).join('、'),
          taken.rows.map(({ code }) => code).join(', '),
        ),
      })
    const ids = new Map(rows.nodes.map(({ code }) => [key(code), newId()]))
    const node = (code: unknown) => ids.get(key(String(code)))
    const enter = (record: RecordDefinition, values: readonly object[]) =>
      insertRows(
        db,
        record,
        values.map((row) => ({ ...row, keeper: actor.office, source: name })),
        { actor, now: now(), newId, vault },
      )
    await enter(
      nodes,
      rows.nodes.map((row) => ({ ...row, id: node(row.code) })),
    )
    await enter(
      links,
      rows.links.map((row) => ({ ...row, from_node: node(row.from_node), to_node: node(row.to_node) })),
    )
    await enter(
      catchments,
      rows.catchments.map((row) => ({ ...row, outlet: node(row.outlet) })),
    )
    return {
      nodes: rows.nodes.length,
      links: rows.links.length,
      catchments: rows.catchments.length,
      left: rows.left,
    }
  }, `导入 ${name}`)
}

async function textOf(body: Bytes): Promise<string> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of body) {
    size += piece.length
    if (size > MOST_BYTES) throw drainageError('DRAINAGE_LARGE', { value: size })
    pieces.push(piece)
  }
  const bytes = Buffer.concat(pieces)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
