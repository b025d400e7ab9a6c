import { readFile } from 'node:fs/promises'
import { offices } from '../../../kernel/access/offices.ts'
import { enterMadeFiles } from '../../../kernel/attachments/index.ts'
import { addDays } from '../../../kernel/calendar/days.ts'
import { statements } from '../../../kernel/figures/tables.ts'
import { enterFirstDiagrams } from '../../../kernel/flow/index.ts'
import { insertRows, type RecordDefinition } from '../../../kernel/store/index.ts'
import type { Context, Progress } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { granulesFrom } from '../granules.ts'
import { LETTER_NUMBER } from '../settings.ts'
import { sha256 } from '../sha256.ts'
import { statementsOf } from '../statements.ts'
import { changes, evidence, granules, letters, nodes, progress, reports } from '../tables.ts'
import { type Begun, type Course, courseOf, type Story } from './course.ts'
import { OFFICE_WORDS, SECTION_OFFICES, SUPPORT } from './duties.ts'
import { asIssued, type Issued, runLetters } from './letters.ts'
import { livelihoodItems } from './livelihood.ts'
import { OFFICE_BY_ID, OFFICES } from './offices.ts'
import { IDLE_PROFILE, LIVELIHOOD_PROFILES, type Profile, WORK_PROFILES } from './profiles.ts'
import { between } from './random.ts'

export const SEED_REPORT = {
  id: 'ningbo-gaoxin-2023',
  file: new URL('../seed/ningbo-gaoxin-2023.txt', import.meta.url),
  year: 2023,
} as const
const SEED = 'gaoxin-1'
const IDLE_EVERY = 45

/** Offices, the report that was read, its plan as granules, and what became of them by 2024-11-15. */
export async function* demo(context: Context): AsyncIterable<Progress> {
  const origin = { actor: context.actor, now: context.now(), newId: context.newId }
  const insert = (record: RecordDefinition, rows: readonly Record<string, unknown>[], synthetic: boolean) =>
    insertRows(
      context.db,
      record,
      rows.map((row) => ({ synthetic, ...row })),
      origin,
    )
  const at = (done: number, zh: string, en: string): Progress => ({ step: text(zh, en), done, total: 4 })

  yield at(0, '机构', 'Offices')
  await insert(offices, officeRows(), true)

  yield at(1, '读报告', 'Reading the report')
  const words = await readFile(SEED_REPORT.file, 'utf8')
  // The reader is loaded only here: a start that finds the zone loaded does without it.
  const { readReport } = await import('../../../engines/report/index.ts')
  const report = readReport(words, {
    year: SEED_REPORT.year,
    catalogue: context.figures.catalogue,
    offices: OFFICE_WORDS,
  })
  // The report is real; only what the zone did with it is made up.
  await insert(
    reports,
    [
      {
        id: SEED_REPORT.id,
        title: report.title,
        year: String(SEED_REPORT.year),
        publisher: report.head.发布机构 || '高新区办公室',
        issued_on: report.head.成文日期 || null,
        index_number: report.head.索引号 || null,
        text: words,
        sha256: sha256(words),
      },
    ],
    false,
  )
  const stated = statementsOf(report, SEED_REPORT.year)
  await insert(
    statements,
    stated.map((statement, index) => ({
      id: `${SEED_REPORT.id}:${index + 1}`,
      report: SEED_REPORT.id,
      ...statement,
    })),
    false,
  )

  yield at(2, '任务分解', 'Granules')
  const work = granulesFrom(report.tasks, SEED_REPORT.year + 1, {
    sectionOffices: SECTION_OFFICES,
    fallback: 'office',
  }).map((draft) => ({ ...draft, id: draft.code, list: 'work', report: SEED_REPORT.id }))
  const lists = [...livelihoodRows(2023, 43), ...livelihoodRows(2024, 42)]
  const told = [
    ...work.map((granule, index) => tell(granule, workProfile(index), workStory(granule.id))),
    ...lists.map((granule, index) =>
      tell(granule, livelihoodProfile(granule.year, index), livelihoodStory(granule.year, index)),
    ),
  ]
  await insert(
    granules,
    told.map(({ granule, course }) => ({
      ...granule,
      leader: OFFICE_BY_ID.get(granule.lead_office)?.leader ?? '分管领导A',
      support_offices: SUPPORT[granule.lead_office] ?? [],
      path: null,
      override_light: null,
      override_reason: null,
      ...course.granule,
    })),
    true,
  )

  yield at(3, '进展与督办', 'Progress and supervision')
  const courses = told.map(({ course }) => course)
  await insert(
    nodes,
    courses.flatMap((course) => course.nodes),
    true,
  )
  await insert(
    progress,
    courses.flatMap((course) => course.progress),
    true,
  )
  const issued = numbered(courses)
  await insert(letters, issued.map(asIssued), true)
  await insert(
    evidence,
    courses.flatMap((course) => course.evidence),
    true,
  )
  await enterMadeFiles(
    context,
    courses.flatMap((course) => course.files),
  )
  await insert(
    changes,
    courses.flatMap((course) => course.changes),
    true,
  )
  await enterFirstDiagrams(context)
  await runLetters(context, issued)
  yield at(4, '计划台账就绪', 'The plan ledger is ready')
}

const officeRows = () =>
  OFFICES.map(({ id, zh, short, en, parent, kind, leader }, sort) => ({
    id,
    name: zh,
    short,
    name_en: en,
    parent,
    kind,
    leader,
    sort,
  }))

const livelihoodRows = (year: number, count: number) =>
  livelihoodItems(year, count).map((item) => ({
    id: item.code,
    code: item.code,
    list: 'livelihood',
    year: item.year,
    text: item.text,
    section: null,
    report: null,
    span_start: null,
    span_end: null,
    verb: null,
    object: null,
    measure: 'milestone',
    comparator: null,
    target: null,
    target_unit: null,
    indicator: null,
    lead_office: item.lead,
    starts_on: `${year}-01-01`,
    due_on: `${year}-12-31`,
  }))

const workProfile = (index: number): Profile =>
  index % IDLE_EVERY === IDLE_EVERY - 1 ? IDLE_PROFILE : WORK_PROFILES[index % WORK_PROFILES.length]!

/** 提前完成43项: every item of 2023 was closed before the year was over. */
const livelihoodProfile = (year: string, index: number): Profile =>
  year === '2023' ? LIVELIHOOD_PROFILES[0]! : LIVELIHOOD_PROFILES[index % LIVELIHOOD_PROFILES.length]!

/** The plan goes out when the report does, in March. */
const workStory = (id: string): Story => ({
  begins: ['03-18', '03-21', '03-25'],
  closedOn: addDays(`${SEED_REPORT.year + 1}-06-10`, between(0, 135, SEED, id, 'closed')),
})

/** The livelihood list is voted in January; some of it is done in every month, all of it before the year is over. */
function livelihoodStory(year: string, index: number): Story {
  const [position, whole, months] = year === '2023' ? [index, 43, 12] : [index - 43, 42, 10]
  const month = String(1 + Math.floor((position * months) / whole)).padStart(2, '0')
  return {
    begins: ['01-04', '01-05', '01-08'],
    closedOn: `${year}-${month}-${String(between(15, 24, SEED, year, index)).padStart(2, '0')}`,
  }
}

const tell = <G extends Begun>(
  granule: G,
  profile: Profile,
  story: Story,
): { granule: G; course: Course } => ({
  granule,
  course: courseOf(granule, profile, SEED, story),
})

/** Numbers run through the year in order of issue. */
function numbered(courses: readonly Course[]): readonly Issued[] {
  return courses
    .flatMap((course) => course.letters)
    .sort((a, b) => a.issued_on.localeCompare(b.issued_on))
    .map((letter, index) => ({
      ...letter,
      id: `letter-${index + 1}`,
      number: LETTER_NUMBER(letter.issued_on.slice(0, 4), index + 1),
    }))
}
