import { addFile, claimFile } from '../../../kernel/attachments/index.ts'
import { createRow } from '../../../kernel/store/index.ts'
import { defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { acted, requireAct } from '../acts.ts'
import { lockEntry, readEntry } from '../ledger.ts'
import { evidence, granules } from '../tables.ts'
import { DoneOutput, EvidenceInput } from './shapes.ts'

/** One file, its bytes the body; handed out again as the file of its row of evidence. */
export const evidenceRoute = defineRoute({
  method: 'POST',
  path: '/granules/:id/evidence',
  summary: text('上传佐证材料', 'Attach a file of evidence: its bytes are the body'),
  allow: ['officer', 'supervisor'],
  receives: 'file',
  input: EvidenceInput,
  output: DoneOutput,
  handle: async (outer, { id, name, note }, body) => {
    // Who may not is refused before the first byte is read.
    requireAct('evidence', acted((await readEntry(outer, id)).granule), outer.actor)
    const file = await addFile(outer, undefined, { name, body: body ?? nothing() })
    return outer.transaction(async (context) => {
      const { granule } = await lockEntry(context, id)
      // It may have been closed while the file came; then the file waits for nobody and is swept.
      requireAct('evidence', acted(granule), context.actor)
      const row = await createRow(context, evidence, {
        granule: id,
        name: file.name,
        note: note || null,
        added_on: context.today,
        added_by: context.actor.name,
      })
      await claimFile(context, file.id, { record: evidence.id, row: String(row.id) })
      await context.changed(granules.id, [id])
      return { id: String(row.id), granule: id }
    }, '上传佐证材料')
  },
})

async function* nothing(): AsyncGenerator<Uint8Array> {}
