import { sql } from 'kysely'
import { z } from 'zod'
import { decimalShape } from '../../../kernel/shapes.ts'
import { createRow, getRow, updateRow } from '../../../kernel/store/index.ts'
import { type Context, defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { checkFiling, type Filing, type FilingFacts } from '../filing.ts'
import { ITEMS, type ItemId } from '../items.ts'
import { returns, units } from '../tables.ts'
import { month } from './shapes.ts'

const amount = z
  .union([z.string().trim(), z.number().transform(String)])
  .describe('万元，用地为亩；最多两位小数 · 10,000 yuan, mu for land')

export const fileReturn = defineRoute({
  method: 'POST',
  path: '/returns',
  summary: text('填报或更正一个单位的一项数据', 'File or correct one number of one unit'),
  allow: ['statistician'],
  input: z.object({
    unit: z.string(),
    item: z.enum(Object.keys(ITEMS) as [ItemId, ...ItemId[]]),
    month,
    value: amount,
    comparable: amount.nullish(),
    correct: z.boolean().optional().describe('更正已报数据 replaces what was filed'),
    confirm: z.boolean().optional().describe('已核实大幅变动 a big jump was checked'),
  }),
  output: z.object({
    id: z.string(),
    corrected: z.boolean(),
    before: decimalShape.nullable(),
    row: z.record(z.string(), z.unknown()),
  }),
  handle: (context, filing) => context.transaction((inside) => record(inside, filing)),
})

async function record(context: Context, filing: Filing & { readonly item: ItemId }) {
  const existing = await filed(context, filing, filing.month)
  const yearBefore = await filed(
    context,
    filing,
    `${Number(filing.month.slice(0, 4)) - 1}${filing.month.slice(4)}`,
  )
  const facts: FilingFacts = {
    today: context.today,
    unit: (await getRow(context.db, units, filing.unit)) as FilingFacts['unit'],
    existing: existing?.value,
    yearBefore: yearBefore?.value,
  }
  const wrong = checkFiling(filing, facts)
  if (wrong) throw wrong
  const values = {
    value: filing.value,
    comparable: filing.comparable ?? null,
    filed_by: context.actor.name,
    filed_on: context.today,
  }
  const { unit, item, month } = filing
  const row = existing
    ? await updateRow(context, returns, existing.id, values)
    : await createRow(context, returns, { unit, item, month, form: ITEMS[item].form, ...values })
  return { id: String(row.id), corrected: existing !== undefined, before: existing?.value ?? null, row }
}

/** What the unit filed for the item in a month; locked, so that two corrections do not cross. */
async function filed(
  { db }: Context,
  { unit, item }: Filing,
  month: string,
): Promise<{ readonly id: string; readonly value: string } | undefined> {
  const { rows } = await sql<{ id: string; value: string }>`
    select id, value::text as value from economy.returns
    where unit = ${unit} and item = ${item} and month = ${month} for update`.execute(db)
  return rows[0]
}
