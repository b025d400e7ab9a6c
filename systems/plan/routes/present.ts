import type { z } from 'zod'
import type { OfficeRow } from '../../../kernel/access/offices.ts'
import { type FileRow, presentFile } from '../../../kernel/attachments/index.ts'
import type { Entry } from '../ledger.ts'
import type { ChangeRow, LetterRow } from '../tables.ts'
import { versionOf } from '../versions.ts'
import {
  type Comparator,
  type Decision,
  type Light,
  type List,
  type MeasureKind,
  STATUSES,
} from '../words.ts'
import type {
  ApplicationShape,
  ChangeShape,
  EvidenceShape,
  GranuleShape,
  LetterShape,
  NodeShape,
  OfficeShape,
  ProgressShape,
} from './shapes.ts'

/** Rows of the database as the wire carries them. */
export type Offices = ReadonlyMap<string, OfficeRow>

export function presentOffice(offices: Offices, id: string): z.infer<typeof OfficeShape> {
  const row = offices.get(id)
  return { id, name: row?.name ?? id, short: row?.short ?? id, en: row?.name_en ?? id }
}

export function presentGranule(entry: Entry, offices: Offices): z.infer<typeof GranuleShape> {
  const { granule, standing, letters } = entry
  return {
    id: granule.id,
    code: granule.code,
    list: granule.list as List,
    year: granule.year,
    text: granule.text,
    section: granule.section,
    measure: granule.measure as MeasureKind,
    tracking: entry.tracking,
    target:
      granule.target === null
        ? null
        : {
            comparator: granule.comparator as Comparator | null,
            value: granule.target,
            unit: granule.target_unit,
            indicator: granule.indicator,
          },
    office: presentOffice(offices, granule.lead_office),
    support: ((granule.support_offices ?? []) as readonly string[]).map((id) => presentOffice(offices, id)),
    leader: granule.leader,
    startsOn: granule.starts_on,
    dueOn: granule.due_on,
    status: standing.status,
    statusName: STATUSES[standing.status],
    light: standing.light,
    computedLight: standing.computedLight,
    overridden: standing.overridden,
    slip: standing.slip,
    rule: standing.rule,
    because: [...standing.because],
    planned: standing.planned,
    actual: standing.actual,
    gap: standing.gap,
    time: standing.time,
    lastMonth: standing.lastMonth,
    missing: [...standing.missing],
    nextNode: standing.nextNode && { name: standing.nextNode.name, plannedOn: standing.nextNode.planned_on },
    closedOn: granule.closed_on,
    evidence: entry.evidence.length,
    letters: letters.length,
    openLetters: letters.filter(({ state }) => state === 'open').length,
    synthetic: granule.synthetic,
  }
}

export const presentNode = (node: Entry['nodes'][number]): z.infer<typeof NodeShape> => ({
  position: node.position,
  name: node.name,
  plannedOn: node.planned_on,
  weight: node.weight,
  doneOn: node.done_on,
})

export const presentProgress = (row: Entry['progress'][number]): z.infer<typeof ProgressShape> => ({
  id: row.id,
  month: row.month,
  planned: Number(row.planned_percent),
  actual: Number(row.actual_percent),
  value: row.value,
  words: row.words,
  evidenceNote: row.evidence_note,
  reportedBy: row.reported_by,
  reportedOn: row.reported_on,
  verified: row.verified as 'pending' | 'verified' | 'returned',
  verifiedBy: row.verified_by,
  version: versionOf(row),
})

export const isOverdue = (letter: Pick<LetterRow, 'state' | 'answer_due_on'>, today: string): boolean =>
  letter.state === 'open' && letter.answer_due_on < today

export const presentLetter = (letter: LetterRow, today: string): z.infer<typeof LetterShape> => ({
  id: letter.id,
  number: letter.number,
  colour: letter.colour as 'blue' | 'yellow' | 'red',
  reason: letter.reason,
  issuedOn: letter.issued_on,
  issuedBy: letter.issued_by,
  answerDueOn: letter.answer_due_on,
  answer: letter.answer,
  answeredOn: letter.answered_on,
  answeredBy: letter.answered_by,
  state: letter.state as 'open' | 'answered' | 'closed',
  overdue: isOverdue(letter, today),
})

export const presentEvidence = (
  row: Entry['evidence'][number],
  files: readonly FileRow[] = [],
): z.infer<typeof EvidenceShape> => ({
  id: row.id,
  name: row.name,
  note: row.note,
  addedOn: row.added_on,
  addedBy: row.added_by,
  files: files.map(presentFile),
})

export const presentApplication = (
  row: Entry['applications'][number],
  offices: Offices,
): z.infer<typeof ApplicationShape> => ({
  id: row.id,
  dueOn: row.due_on,
  target: row.target,
  leadOffice: row.lead_office === null ? null : presentOffice(offices, row.lead_office),
  reason: row.reason,
  appliedBy: row.applied_by,
  appliedOn: row.applied_on,
  state: row.state as Decision,
  decidedBy: row.decided_by,
  decidedOn: row.decided_on,
  remark: row.remark,
  document: row.document,
})

export const presentChange = (row: ChangeRow): z.infer<typeof ChangeShape> => ({
  kind: row.kind as 'status' | 'change' | 'override',
  field: row.field,
  before: row.before,
  after: row.after,
  reason: row.reason,
  approvedBy: row.approved_by,
  document: row.document,
  changedBy: row.changed_by,
  changedOn: row.changed_on,
})

export function countLights(entries: readonly { readonly standing: { readonly light: Light } }[]) {
  const counts = { done: 0, red: 0, yellow: 0, green: 0 }
  for (const { standing } of entries) counts[standing.light]++
  return counts
}
