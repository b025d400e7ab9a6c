import { sql } from 'kysely'
import type { Context } from '../../system.ts'
import { text } from '../../text.ts'
import { quote, tableName } from '../ddl.ts'
import { personalColumns } from '../personal/columns.ts'
import { PERSONAL } from '../personal/kinds.ts'
import type { RecordDefinition } from '../record.ts'
import type { Condemn } from './condemn.ts'
import { STAGE } from './stage.ts'

const stage = sql.raw(STAGE)
const BATCH = 1000

/**
 * A masked value stands for what is stored. It must be the mask of just that, and there must be something: in a row
 * that is not there yet, or beside another value, it would be taken for what it is not.
 */
export async function checkMasks(
  { db, vault }: Context,
  record: RecordDefinition,
  condemn: Condemn,
): Promise<void> {
  for (const [name, kind] of personalColumns(record)) {
    const masked = sql`gx_masks ? ${name}`
    await condemn([name], sql`select gx_n from ${stage} where ${masked} and gx_match is null`, () =>
      text(
        '脱敏的值只能留在已有的记录里；新增或辨认一行请填完整的值',
        'A masked value can only stay in a row that exists; give the whole value',
      ),
    )
    const wrong: number[] = []
    for (let after = -1; ; ) {
      const { rows } = await sql<{ n: number; id: string; mask: string; kept: string | null }>`
        select s.gx_n as n, t.id, s.gx_masks ->> ${name} as mask, t.${sql.raw(quote(name))} as kept
        from ${stage} s join ${sql.raw(tableName(record.id))} t on t.id = s.gx_match
        where s.gx_masks ? ${name} and s.gx_n > ${after} order by s.gx_n limit ${BATCH}`.execute(db)
      const last = rows.at(-1)
      if (!last) break
      after = last.n
      for (const { n, id, mask, kept } of rows) {
        const shown =
          kept && PERSONAL[kind].mask(vault.decrypt(kept, { record: record.id, column: name, row: id }))
        if (shown !== mask) wrong.push(n)
      }
    }
    if (wrong.length === 0) continue
    await condemn([name], sql`select unnest(${wrong}::bigint[]) as gx_n`, () =>
      text(
        '脱敏的值与已登记的不符；要改请填完整的值',
        'The masked value is not that of the row; to change it give the whole value',
      ),
    )
  }
}
