import { sql } from 'kysely'
import type { z } from 'zod'
import { permitFor } from '../../../kernel/access/grants.ts'
import { filesByRow } from '../../../kernel/attachments/index.ts'
import type { Database, RecordDefinition } from '../../../kernel/store/index.ts'
import { type Context, defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { acted, actsFor } from '../acts.ts'
import { type Entry, noSuchTask, readEntry, readLedger, readOffices } from '../ledger.ts'
import { SCORE_WEIGHTS, scoreOffice } from '../score.ts'
import {
  applications,
  changes,
  evidence,
  granules,
  letters,
  nodes,
  progress,
  type ReportRow,
} from '../tables.ts'
import { actionsFor } from '../transitions.ts'
import {
  countLights,
  isOverdue,
  presentApplication,
  presentChange,
  presentEvidence,
  presentGranule,
  presentLetter,
  presentNode,
  presentOffice,
  presentProgress,
} from './present.ts'
import { DetailOutput, IdInput, LedgerInput, LedgerOutput, ScoresInput, ScoresOutput } from './shapes.ts'

export const ledgerRoute = defineRoute({
  method: 'GET',
  path: '/ledger',
  summary: text('计划台账：任务、进度、亮灯', 'The plan ledger: tasks, progress, lights'),
  allow: 'anyone',
  input: LedgerInput,
  output: LedgerOutput,
  handle: async (context, input) => {
    const [all, offices] = await Promise.all([readLedger(context), readOffices(context.db)])
    const every = all.filter(isTold(context))
    const chosen = every.filter(matches(input))
    const shown = input.light ? chosen.filter(({ standing }) => standing.light === input.light) : chosen
    const tracking = { measured: 0, tracked: 0, loose: 0 }
    for (const entry of chosen) tracking[entry.tracking]++
    const perOffice = new Map<string, number>()
    for (const { granule } of every.filter(matches({ ...input, office: undefined })))
      perOffice.set(granule.lead_office, (perOffice.get(granule.lead_office) ?? 0) + 1)
    return {
      today: context.today,
      total: shown.length,
      counts: countLights(chosen),
      tracking,
      years: [...new Set(every.map(({ granule }) => granule.year))].sort().reverse(),
      offices: [...offices.keys()]
        .filter((id) => perOffice.has(id))
        .map((id) => ({ ...presentOffice(offices, id), granules: perOffice.get(id) ?? 0 })),
      rows: shown.map((entry) => presentGranule(entry, offices)),
    }
  },
})

/** What was not issued yet is nobody's task yet: those alone know of it who work on the ledger itself. */
const isTold = ({ actor }: Context): ((entry: Entry) => boolean) =>
  permitFor(granules, actor, 'read') ? () => true : ({ granule }) => granule.status !== 'drafted'

const matches =
  ({ year, list, office, search }: z.infer<typeof LedgerInput>) =>
  ({ granule }: Entry): boolean =>
    (year === undefined || granule.year === year) &&
    (list === undefined || granule.list === list) &&
    (office === undefined || granule.lead_office === office) &&
    (search === undefined ||
      [granule.text, granule.code, granule.leader].some((words) => words.includes(search.trim())))

export const granuleRoute = defineRoute({
  method: 'GET',
  path: '/granules/:id',
  summary: text('一项任务的全部情况', 'All about one task'),
  allow: 'anyone',
  input: IdInput,
  output: DetailOutput,
  handle: async (context, { id }) => {
    const [entry, offices] = await Promise.all([readEntry(context, id), readOffices(context.db)])
    if (!isTold(context)(entry)) throw noSuchTask(id)
    const { granule, standing } = entry
    const ids = entry.evidence.map((row) => row.id)
    const evidenceOpen = await mayOpen(context, ids)
    const files = evidenceOpen ? await filesByRow(context, evidence.id, ids) : undefined
    // How a task stands is published; what stands behind it is told to whom its own record grants it.
    const told = <R>(record: RecordDefinition, rows: readonly R[]): readonly R[] =>
      permitFor(record, context.actor, 'read') ? rows : []
    const situation = {
      status: standing.status,
      leadOffice: granule.lead_office,
      evidence: entry.evidence.length,
      actual: standing.actual,
      openLetters: entry.letters.filter(({ state }) => state === 'open').length,
    }
    return {
      granule: presentGranule(entry, offices),
      report: await inReport(context.db, entry),
      nodes: told(nodes, entry.nodes).map(presentNode),
      progress: told(progress, entry.progress).map(presentProgress),
      letters: told(letters, entry.letters).map((letter) => presentLetter(letter, context.today)),
      evidence: entry.evidence.map((row) => presentEvidence(row, files?.get(row.id))),
      evidenceOpen,
      applications: told(applications, entry.applications).map((row) => presentApplication(row, offices)),
      history: told(changes, entry.changes).map(presentChange),
      actions: actionsFor(situation, context.actor).map(({ action, name, to }) => ({ action, name, to })),
      acts: [...actsFor(acted(granule), context.actor)],
    }
  },
})

/** Evidence of one task opens whole or not at all, as its record grants; whoever may not sees the names. */
async function mayOpen({ db, actor }: Context, ids: readonly string[]): Promise<boolean> {
  const permit = permitFor(evidence, actor, 'read')
  if (!permit) return false
  const { rows } = await sql`select from plan.evidence
    where id = any(${ids}::text[]) and ${permit.where ?? sql`true`} limit 1`.execute(db)
  return rows.length > 0
}

/** The place in the report from which the task was cut. */
async function inReport(db: Database, { granule }: Entry) {
  const { report, span_start: start, span_end: end } = granule
  if (report === null || start === null || end === null) return null
  const { rows } = await sql<ReportRow>`select * from plan.reports where id = ${report}`.execute(db)
  const row = rows[0]
  if (!row) return null
  return {
    id: row.id,
    title: row.title,
    start,
    end,
    before: row.text.slice(Math.max(0, start - 60), start),
    after: row.text.slice(end, end + 60),
  }
}

const FORMULA = text(
  `按时 ${SCORE_WEIGHTS.onTime} 分、进度 ${SCORE_WEIGHTS.progress} 分、督办 ${SCORE_WEIGHTS.letters} 分、质量 ${SCORE_WEIGHTS.quality} 分；权重为示例，可由本区考核办法替换`,
  `On time ${SCORE_WEIGHTS.onTime}, progress ${SCORE_WEIGHTS.progress}, letters ${SCORE_WEIGHTS.letters}, quality ${SCORE_WEIGHTS.quality}; sample weights that a zone replaces by its own`,
)

export const scoresRoute = defineRoute({
  method: 'GET',
  path: '/offices/scores',
  summary: text('各单位得分', 'Scores of offices'),
  allow: 'anyone',
  input: ScoresInput,
  output: ScoresOutput,
  handle: async (context, { year = context.today.slice(0, 4) }) => {
    const [all, offices] = await Promise.all([readLedger(context, { year }), readOffices(context.db)])
    const entries = all.filter(isTold(context))
    const rows = [...offices.values()].flatMap((office) => {
      const mine = entries.filter(({ granule }) => granule.lead_office === office.id)
      const score = scoreOffice(officeRecord(mine, context.today))
      return score
        ? [
            {
              office: presentOffice(offices, office.id),
              leader: office.leader,
              granules: mine.length,
              counts: countLights(mine),
              openLetters: mine.flatMap(({ letters }) => letters).filter(({ state }) => state === 'open')
                .length,
              ...score,
            },
          ]
        : []
    })
    return { formula: FORMULA, rows: rows.sort((a, b) => b.total - a.total) }
  },
})

export function officeRecord(entries: readonly Entry[], today: string) {
  const reports = entries.flatMap(({ progress }) => progress)
  return {
    granules: entries.map(({ standing }) => ({
      light: standing.light,
      shortfall: Math.max(0, -standing.gap),
    })),
    letters: entries.flatMap(({ letters }) =>
      letters.map((letter) => ({
        colour: letter.colour as 'blue' | 'yellow' | 'red',
        inTime:
          letter.answered_on !== null
            ? letter.answered_on <= letter.answer_due_on
            : !isOverdue(letter, today),
      })),
    ),
    verified: reports.filter(({ verified }) => verified === 'verified').length,
    returned: reports.filter(({ verified }) => verified === 'returned').length,
    // A month sent back is counted above already.
    missing: entries.flatMap(({ standing, progress }) =>
      standing.missing.filter((month) => !progress.some((row) => row.month === month)),
    ).length,
  }
}
