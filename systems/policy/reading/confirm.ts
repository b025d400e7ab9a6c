/** A paper that was looked over → policy.documents, its clauses, and drafts of granules. Nothing is published. */
import { GaoxinError } from '../../../kernel/errors.ts'
import { createRow, insertRows, updateRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { startGranule } from '../granule/index.ts'
import { clauses, documents } from '../tables.ts'
import { closed, endedBy, findingsOf, heldReading } from './desk.ts'
import type { Proposal } from './propose.ts'
import { type FindingRow, findings, type ReadingRow, readings } from './tables.ts'

/**
 * All of it or nothing. Confirmed once more, nothing changes.
 * @returns the document's id
 * @throws GaoxinError POLICY_PAPER_HEAD, POLICY_PAPER_OPEN, POLICY_PAPER_CLOSED, RECORD_EXISTS
 */
export const confirm = (outer: Context, id: string): Promise<string> =>
  outer.transaction(async (context) => {
    const reading = await heldReading(context, id)
    if (reading.state === 'confirmed') return reading.document as string
    if (reading.state !== 'read') throw closed(reading)
    const found = await findingsOf(context, id)
    const head = wholeHead(reading)
    const open = found.filter(({ state }) => state === 'open').length
    if (open > 0) throw undecided(id, open)
    const document = String((await createRow(context, documents, head)).id)
    const clauseOf = await enterClauses(context, document, found)
    for (const finding of found) {
      if (finding.state !== 'taken') continue
      const granule = await draft(context, clauseOf.get(finding.number) as string, finding, reading)
      await updateRow(context, findings, finding.id, { granule })
    }
    await updateRow(context, readings, id, { state: 'confirmed', document, ...endedBy(context) })
    return document
  }, `确认读入的政策文件〔${id}〕`)

function wholeHead(reading: ReadingRow): Readonly<Record<string, unknown>> {
  const { title, number, issuer, issued_on, from, to, office, file_name, text: words } = reading
  const missing = [
    ...(title ? [] : [documents.columns.title.name]),
    ...(issuer ? [] : [documents.columns.issuer.name]),
    ...(from ? [] : [documents.columns.from.name]),
  ]
  if (missing.length > 0)
    throw new GaoxinError(
      'POLICY_PAPER_HEAD',
      text(
        `文件还缺：${missing.map(({ zh }) => zh).join('、')}`,
        `The paper lacks: ${missing.map(({ en }) => en).join(', ')}`,
      ),
      text('请对照原件填写', 'Fill it in from the original'),
      { place: reading.id, status: 422 },
    )
  const source = `读入文件“${file_name}”，机器读出、经办人确认`
  return { title, number, issuer, issued_on, from, to, office, standing: 'toCheck', source, text: words }
}

/** @returns their ids by number */
async function enterClauses(
  context: Context,
  document: string,
  found: readonly FindingRow[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map(found.map(({ number, text: words }) => [number, words]))
  const ids = new Map([...texts.keys()].map((number) => [number, context.newId()]))
  const rows = [...texts].map(([number, words], i) => ({
    id: ids.get(number) as string,
    document,
    position: i + 1,
    number,
    text: words,
  }))
  const { db, actor, newId } = context
  await insertRows(db, clauses, rows, { actor, newId, now: context.now() })
  await context.changed(clauses.id, [...ids.values()])
  return ids
}

async function draft(
  context: Context,
  clause: string,
  { number, proposal }: FindingRow,
  reading: ReadingRow,
): Promise<string> {
  const { criteria, event, mode, benefit, cites: _, left: __, title, ...words } = proposal as Proposal
  return startGranule(
    context,
    clause,
    {
      ...words,
      title: title || number,
      benefit: benefit || '—',
      ...(event ? { event } : {}),
      ...(mode ? { mode } : {}),
      from: reading.from as string,
      to: reading.to,
    },
    criteria.map(({ says, operand, test, unit }) => ({ says, operand, test, unit })),
  )
}

const undecided = (place: string, open: number) =>
  new GaoxinError(
    'POLICY_PAPER_OPEN',
    text(`还有 ${open} 项没有决定取用还是不取`, `${open} findings are neither taken nor dropped`),
    text('请逐项决定', 'Decide each of them'),
    { place, value: open, status: 422 },
  )
