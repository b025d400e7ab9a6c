import { sql } from 'kysely'
import { z } from 'zod'
import { GaoxinError } from '../../../kernel/errors.ts'
import { createRow } from '../../../kernel/store/index.ts'
import { defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { acted, mayOpenEvidence, requireAct } from '../acts.ts'
import { lockEntry } from '../ledger.ts'
import { EVIDENCE_LIMIT } from '../settings.ts'
import { sha256 } from '../sha256.ts'
import { sniff } from '../sniff.ts'
import { type EvidenceRow, evidence, type GranuleRow, granules } from '../tables.ts'
import { DoneOutput, EvidenceInput } from './shapes.ts'

export const evidenceRoute = defineRoute({
  method: 'POST',
  path: '/granules/:id/evidence',
  summary: text('上传佐证材料', 'Attach evidence'),
  allow: ['officer', 'supervisor'],
  input: EvidenceInput,
  output: DoneOutput,
  handle: (outer, { id, name, note: about, base64 }) =>
    outer.transaction(async (context) => {
      const { granule } = await lockEntry(context, id)
      requireAct('evidence', acted(granule), context.actor)
      const bytes = Buffer.from(base64, 'base64')
      const type = sniff(bytes)
      if (bytes.length === 0 || bytes.length > EVIDENCE_LIMIT || type === undefined)
        throw new GaoxinError(
          type === undefined ? 'PLAN_EVIDENCE_TYPE' : 'PLAN_EVIDENCE_SIZE',
          type === undefined
            ? text('不认识这种文件', 'This kind of file is not known')
            : text('文件为空或超过 5 MB', 'The file is empty or larger than 5 MB'),
          text(
            '请上传 PDF、图片、Word、Excel 或文本，不超过 5 MB',
            'Attach a PDF, a picture, Word, Excel or text of at most 5 MB',
          ),
          { place: name, value: bytes.length, status: 422 },
        )
      const row = await createRow(context, evidence, {
        granule: id,
        name,
        note: about || null,
        sha256: sha256(bytes),
        size: bytes.length,
        content_type: type,
        body: { base64: bytes.toString('base64') },
        added_on: context.today,
        added_by: context.actor.name,
      })
      await context.changed(granules.id, [id])
      return { id: String(row.id), granule: id }
    }),
})

export const evidenceFileRoute = defineRoute({
  method: 'GET',
  path: '/evidence/:id',
  summary: text('下载佐证材料', 'Download a file of evidence'),
  allow: ['officer', 'supervisor', 'leader'],
  input: z.object({ id: z.string() }),
  output: { contentType: 'application/octet-stream' },
  handle: async ({ db, actor }, { id }) => {
    const { rows } = await sql<
      EvidenceRow & Pick<GranuleRow, 'lead_office' | 'support_offices'>
    >`select file.*, task.lead_office, task.support_offices
      from plan.evidence file join plan.granules task on task.id = file.granule
      where file.id = ${id}`.execute(db)
    const row = rows[0]
    if (!row)
      throw new GaoxinError(
        'RECORD_NOT_FOUND',
        text('没有这份材料', 'There is no such file'),
        text('请从任务重新打开', 'Open it again from the task'),
        { place: 'plan.evidence', value: id, status: 404 },
      )
    if (!mayOpenEvidence(row, actor))
      throw new GaoxinError(
        'PLAN_EVIDENCE_CLOSED',
        text('这份材料不对您的单位开放', 'This file is not open to your office'),
        text(
          '牵头单位、配合单位、督查室和管委会领导可以查看',
          'The lead and supporting offices, the supervision office and leaders may open it',
        ),
        { place: 'plan.evidence', value: actor.office, status: 403 },
      )
    const { base64 } = row.body as { base64: string }
    return { fileName: row.name, contentType: row.content_type, body: Buffer.from(base64, 'base64') }
  },
})
