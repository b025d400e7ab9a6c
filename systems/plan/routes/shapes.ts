import { z } from 'zod'
import { keptFile } from '../../../kernel/attachments/index.ts'
import { textShape } from '../../../kernel/shapes.ts'
import { ACT_NAMES } from '../acts.ts'
import {
  COLOURS,
  COMPARATORS,
  DECISIONS,
  LETTER_STATES,
  LIGHTS,
  LISTS,
  MEASURES,
  STATUSES,
  VERIFICATIONS,
} from '../words.ts'

/** What goes over the wire; the page's types and the OpenAPI document come from here. */
const keys = <K extends string>(of: Readonly<Record<K, unknown>>) => Object.keys(of) as [K, ...K[]]
const date = z.iso.date()
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

export const ListName = z.enum(keys(LISTS)).describe('work: 工作安排; livelihood: 民生实事')
export const StatusName = z.enum(keys(STATUSES))
export const LightName = z.enum(keys(LIGHTS))
export const ColourName = z.enum(keys(COLOURS))

export const OfficeShape = z.object({
  id: z.string(),
  name: z.string(),
  short: z.string(),
  en: z.string(),
})

export const GranuleShape = z
  .object({
    id: z.string(),
    code: z.string(),
    list: ListName,
    year: z.string(),
    text: z.string(),
    section: z.string().nullable(),
    measure: z.enum(keys(MEASURES)),
    tracking: z.enum(['measured', 'tracked', 'loose']),
    target: z
      .object({
        comparator: z.enum(keys(COMPARATORS)).nullable(),
        value: z.string(),
        unit: z.string().nullable(),
        indicator: z.string().nullable(),
      })
      .nullable(),
    office: OfficeShape,
    support: z.array(OfficeShape),
    leader: z.string(),
    startsOn: date,
    dueOn: date,
    status: StatusName,
    statusName: textShape,
    light: LightName.describe('By the decision table, or as set by hand'),
    computedLight: LightName,
    overridden: z.boolean(),
    slip: ColourName.nullable().describe('The slip that the table asks for'),
    rule: z.number().int().describe('Number of the rule that matched, 1 to 7'),
    because: z.array(textShape),
    planned: z.number().describe('计划进度 at the end of the last month reported, percent'),
    actual: z.number().describe('完成进度, percent'),
    gap: z.number().describe('actual − planned, percentage points'),
    time: z.number().describe('时间进度 today, percent'),
    lastMonth: month.nullable(),
    missing: z.array(month).describe('Months whose report is late, oldest first'),
    nextNode: z.object({ name: z.string(), plannedOn: date }).nullable(),
    closedOn: date.nullable(),
    evidence: z.number().int(),
    letters: z.number().int(),
    openLetters: z.number().int(),
    synthetic: z.boolean(),
  })
  .describe('One task of the ledger with its light')

const LightCounts = z.object({
  done: z.number().int(),
  red: z.number().int(),
  yellow: z.number().int(),
  green: z.number().int(),
})

export const LedgerInput = z.object({
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .describe('Plan year; all years when left out'),
  list: ListName.optional(),
  office: z.string().optional().describe('Lead office, by id'),
  light: LightName.optional(),
  search: z.string().max(100).optional().describe('In the task, its code or the leader'),
})
export const LedgerOutput = z.object({
  today: date,
  total: z.number().int(),
  counts: LightCounts.describe('By light, before the light filter'),
  tracking: z.object({
    measured: z.number().int(),
    tracked: z.number().int(),
    loose: z.number().int(),
  }),
  years: z.array(z.string()),
  offices: z.array(OfficeShape.extend({ granules: z.number().int() })),
  rows: z.array(GranuleShape),
})

export const NodeShape = z.object({
  position: z.number().int(),
  name: z.string(),
  plannedOn: date,
  weight: z.string(),
  doneOn: date.nullable(),
})
export const ProgressShape = z.object({
  id: z.string(),
  month,
  planned: z.number(),
  actual: z.number(),
  value: z.string().nullable(),
  words: z.string(),
  evidenceNote: z.string().nullable(),
  reportedBy: z.string(),
  reportedOn: date,
  verified: z.enum(keys(VERIFICATIONS)),
  verifiedBy: z.string().nullable(),
  version: z.number().int().describe('1, then one more with every new report or verdict'),
})
export const LetterShape = z.object({
  id: z.string(),
  number: z.string(),
  colour: ColourName,
  reason: z.string(),
  issuedOn: date,
  issuedBy: z.string(),
  answerDueOn: date,
  answer: z.string().nullable(),
  answeredOn: date.nullable(),
  answeredBy: z.string().nullable(),
  state: z.enum(keys(LETTER_STATES)),
  overdue: z.boolean().describe('Not answered by its date'),
})
export const EvidenceShape = z.object({
  id: z.string(),
  name: z.string(),
  note: z.string().nullable(),
  addedOn: date,
  addedBy: z.string(),
  files: z.array(keptFile).describe('At /api/records/plan/evidence/{id}/files/{file}'),
})
export const ApplicationShape = z.object({
  id: z.string(),
  dueOn: date.nullable(),
  target: z.string().nullable(),
  leadOffice: OfficeShape.nullable(),
  reason: z.string(),
  appliedBy: z.string(),
  appliedOn: date,
  state: z.enum(keys(DECISIONS)),
  decidedBy: z.string().nullable(),
  decidedOn: date.nullable(),
  remark: z.string().nullable(),
  document: z.string().nullable(),
})
export const ChangeShape = z.object({
  kind: z.enum(['status', 'change', 'override']),
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  reason: z.string().nullable(),
  approvedBy: z.string().nullable(),
  document: z.string().nullable().describe('批准文号'),
  changedBy: z.string(),
  changedOn: date,
})

export const DetailOutput = z.object({
  granule: GranuleShape,
  report: z
    .object({
      id: z.string(),
      title: z.string(),
      start: z.number().int(),
      end: z.number().int(),
      before: z.string().describe('Up to 60 characters before the task'),
      after: z.string(),
    })
    .nullable(),
  nodes: z.array(NodeShape),
  progress: z.array(ProgressShape),
  letters: z.array(LetterShape),
  evidence: z.array(EvidenceShape),
  evidenceOpen: z.boolean().describe('Whether the acting person may open the files'),
  applications: z.array(ApplicationShape).describe('调整申请, oldest first'),
  history: z.array(ChangeShape),
  actions: z
    .array(z.object({ action: z.string(), name: textShape, to: StatusName }))
    .describe('Where the acting person could move it now'),
  acts: z
    .array(z.enum(ACT_NAMES))
    .describe('What else the acting person could do now: which forms the page offers'),
})

const id = z.string().min(1).max(200).describe('Id of the granule')
const prose = (about: string) => z.string().trim().min(1).max(5000).describe(about)

export const IdInput = z.object({ id })
export const ProgressInput = z.object({
  id,
  month: month.describe('The month reported'),
  actual: z.number().min(0).max(100).describe('完成进度, percent, cumulative'),
  value: z
    .string()
    .regex(/^-?\d{1,15}(\.\d{1,6})?$/)
    .optional()
    .describe('Amount so far in the unit of the target'),
  words: prose('进展情况'),
  evidenceNote: z.string().max(500).optional(),
})
export const VerifyInput = z.object({
  id,
  month,
  version: z.number().int().min(1).describe('The version of the report that was looked at'),
  verified: z.enum(['verified', 'returned']),
})
export const LetterInput = z.object({
  id,
  colour: ColourName,
  reason: prose('事由'),
})
export const AnswerInput = z.object({
  id: z.string().min(1).describe('Id of the letter'),
  answer: prose('答复'),
})
export const TransitionInput = z.object({
  id,
  action: z.enum(['issue', 'sign', 'start', 'apply', 'return', 'close', 'drop']),
  reason: z.string().max(500).optional(),
})
const wanted = {
  dueOn: date.optional(),
  target: z
    .string()
    .regex(/^-?\d{1,15}(\.\d{1,6})?$/)
    .optional(),
  leadOffice: z.string().max(100).optional(),
}
const document = z.string().trim().max(100).optional()
export const ApplyInput = z.object({ id, ...wanted, reason: prose('理由').max(500) })
export const DecideInput = z.object({
  id,
  application: z.string().min(1).max(200).describe('Id of the application'),
  decision: z.enum(['approved', 'refused']),
  remark: z.string().trim().max(500).optional().describe('批复意见; needed to refuse'),
  document: document.describe('批准文号'),
})
export const ChangeInput = z.object({
  id,
  ...wanted,
  light: z
    .enum(['red', 'yellow', 'green'])
    .nullable()
    .optional()
    .describe('Sets the light by hand; null takes it back. Done is for closing alone'),
  reason: prose('理由').max(500),
  document: document.describe(
    '批准文号. Target, date and office are changed by a leader, who approves by doing so',
  ),
})
export const EvidenceInput = z.object({
  id,
  name: z.string().trim().min(1).max(200).describe('File name'),
  note: z.string().max(500).optional(),
})
export const DoneOutput = z.object({ id: z.string(), granule: z.string() })

export const ScoresInput = z.object({
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
})
export const ScoresOutput = z.object({
  formula: textShape,
  rows: z.array(
    z.object({
      office: OfficeShape,
      leader: z.string(),
      granules: z.number().int(),
      counts: LightCounts,
      openLetters: z.number().int(),
      total: z.number(),
      onTime: z.number(),
      progress: z.number(),
      letters: z.number(),
      quality: z.number(),
    }),
  ),
})
