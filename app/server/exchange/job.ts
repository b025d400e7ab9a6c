import { permitFor } from '../../../kernel/access/grants.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import type { Coordinates } from '../../../kernel/geo/index.ts'
import type { Received } from '../../../kernel/received.ts'
import {
  type Chosen,
  type Filled,
  type Plan,
  planImport,
  runImport,
  type SheetSeen,
  whyOf,
} from '../../../kernel/store/exchange/index.ts'
import type { RecordDefinition } from '../../../kernel/store/index.ts'
import type { Context, Progress } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { forbidden, type Problem, problemOf } from '../problem.ts'
import { type Attempt, beginAttempt, endAttempt, lockAttempt } from './attempts.ts'
import type { Turns } from './turns.ts'

/** A file that somebody brought, and how far it has come. */
export interface Job {
  readonly id: string
  readonly record: RecordDefinition
  /** The actor's id: to nobody else is it there. */
  readonly owner: string
  readonly file: Received & { readonly name: string }
  readonly sheets: readonly SheetSeen[]
  state: 'brought' | 'checking' | 'checked' | 'writing' | 'done' | 'undone' | 'partly'
  touched: string
  /** What its person said of the file when it was last checked. */
  said?: Said
  plan?: Plan
  progress?: Progress | undefined
  /** Why the last work came to nothing. */
  problem?: Problem | undefined
  /** Of a work under way. */
  stop?: AbortController | undefined
  ended?: Promise<void>
  /** What was written: the moment that its rows bear, and the reason given. */
  written?: { readonly at: string; readonly why: string }
}

/** Which column is which, what all rows of a sheet have, what the coordinates count, how far nodes may lie. */
export interface Said {
  readonly chosen: Chosen
  readonly filled?: Filled | undefined
  readonly coordinates?: Coordinates | undefined
  readonly within?: number | undefined
}

export type Work =
  | ({ readonly kind: 'check' } & Said)
  | { readonly kind: 'write'; readonly why: string; readonly acceptRest: boolean }

const WAITING = { step: text('排队等候', 'Waiting for its turn'), done: 0, total: 0 }

const SEALING = { step: text('封存变更记录', 'Sealing the history'), done: 0, total: 0 }

/** @throws GaoxinError IMPORT_BUSY, IMPORT_UNCHECKED, or why the work could not begin */
export function work(
  context: Context,
  job: Job,
  what: Work,
  { turns, report }: { readonly turns: Turns; readonly report: (error: unknown) => void },
): void {
  if (job.stop) throw refused('IMPORT_BUSY', '这个文件正在处理', 'This file is being worked on')
  if (['done', 'undone', 'partly'].includes(job.state))
    throw refused('IMPORT_DONE', '这个文件已经导入', 'This file has been imported')
  if (what.kind === 'write' && !job.plan)
    throw refused('IMPORT_UNCHECKED', '导入之前须先核对', 'It must be checked before it is written')
  const before = job.plan && what.kind === 'write' ? 'checked' : 'brought'
  const stop = new AbortController()
  job.stop = stop
  job.state = what.kind === 'check' ? 'checking' : 'writing'
  job.progress = WAITING
  job.problem = undefined
  job.touched = context.now()
  const done = async () => {
    const release = await turns.take()
    try {
      if (what.kind === 'check') await check(context, job, what, stop.signal)
      else await write(context, job, what, stop.signal)
    } catch (error) {
      job.state = before
      job.problem = problemOf(error)
      if (job.problem.status >= 500) report(error)
    } finally {
      release()
      job.stop = undefined
      job.progress = undefined
      job.touched = context.now()
    }
  }
  job.ended = done()
}

const optionsOf = (context: Context, job: Job, signal: AbortSignal) => {
  // Asked anew each time: what a person may can change between two steps.
  const permit = permitFor(job.record, context.actor, 'import')
  if (!permit) throw forbidden()
  return {
    permit,
    signal,
    ...job.said,
    onProgress: (progress: Progress) => {
      job.progress = progress
    },
  }
}

async function check(
  context: Context,
  job: Job,
  { kind: _, ...said }: Extract<Work, { kind: 'check' }>,
  signal: AbortSignal,
): Promise<void> {
  job.said = said
  delete job.plan
  job.plan = await planImport(context, job.record, job.file.path, optionsOf(context, job, signal))
  job.state = 'checked'
}

async function write(
  outer: Context,
  job: Job,
  { why: words, acceptRest }: { readonly why: string; readonly acceptRest: boolean },
  signal: AbortSignal,
): Promise<void> {
  const { id } = job
  const why = whyOf(words, id)
  const options = { ...optionsOf(outer, job, signal), why, acceptRest }
  let begun = false
  try {
    const outcome = await outer.transaction(async (context) => {
      await lockAttempt(context.db, id)
      await beginAttempt(outer, attemptOf(job, words))
      begun = true
      const outcome = await runImport(context, job.record, job.file.path, options)
      await endAttempt(context, id, outcome.written ? 'done' : 'refused', outcome)
      job.progress = SEALING
      return outcome
    }, why)
    job.plan = outcome
    if (outcome.at === undefined) throw badRows()
    job.state = 'done'
    job.written = { at: outcome.at, why: words }
  } catch (error) {
    const { code } = error as { code?: string }
    if (begun && code !== 'IMPORT_BAD_ROWS')
      await outer.transaction(
        (context) => endAttempt(context, id, code === 'IMPORT_CANCELLED' ? 'cancelled' : 'failed'),
        why,
      )
    throw error
  }
}

const attemptOf = ({ id, record, file }: Job, why: string): Attempt => ({
  id,
  why,
  record: record.id,
  record_name: record.name.zh,
  file_name: file.name,
  file_size: file.size,
  file_hash: file.hash,
})

const refused = (code: string, zh: string, en: string) =>
  new GaoxinError(
    code,
    text(zh, en),
    text('请刷新页面，看它到了哪一步', 'Load the page again to see how far it is'),
    {
      status: 409,
    },
  )

const badRows = () =>
  new GaoxinError(
    'IMPORT_BAD_ROWS',
    text('有些行有问题，没有写入任何数据', 'Some rows are bad, so nothing was written'),
    text(
      '请改正文件后重新上传，或选择只导入没有问题的行',
      'Mend the file and upload it again, or accept the other rows',
    ),
    { status: 409 },
  )
