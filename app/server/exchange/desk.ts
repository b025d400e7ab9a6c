import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Actor } from '../../../kernel/access/actor.ts'
import { permitFor } from '../../../kernel/access/grants.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import type { Setting } from '../../../kernel/settings.ts'
import { allowedBy, inspectFile } from '../../../kernel/store/exchange/index.ts'
import { type RecordDefinition, readSettings } from '../../../kernel/store/index.ts'
import type { Bytes, Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import type { Zone } from '../../zone.ts'
import { sweepAttempts } from './attempts.ts'
import { openFolder } from './folder.ts'
import { type Job, type Work, work } from './job.ts'
import { receiveImport } from './receive.ts'
import { Places, Turns } from './turns.ts'

const MEGABYTES = 100
/** Files of one person at a time; the one untouched for longest gives way. */
const MOST_EACH = 3
/** Minutes after which a file that nobody asks about is taken away. */
const KEPT_MINUTES = 120
/** Files that are being received at once, of all and of one person: each fills the disk up to its limit. */
const RECEIVED = 8
const RECEIVED_EACH = 2
/** Works at once: each holds two connections to the database. */
const AT_ONCE = 2

/** The limit of the size of a file is the zone's own (the setting `import.megabytes`). */
export interface Limits {
  readonly megabytes: number
  /** Files of one person at a time. */
  readonly files: number
  readonly minutes: number
}

export const megabytesSetting: Setting = {
  key: 'import.megabytes',
  name: text('导入文件的大小上限', 'Largest file of an import'),
  about: text('单位 MB，1 至 1000 的整数', 'In MB, a whole number from 1 to 1000'),
  usual: String(MEGABYTES),
  problem: (said) =>
    /^\d+$/.test(said) && Number(said) >= 1 && Number(said) <= 1000
      ? undefined
      : text('应为 1 至 1000 的整数', 'It must be a whole number from 1 to 1000'),
}

const limitsOf = async ({ db }: Context): Promise<Limits> => ({
  megabytes: Number((await readSettings(db))[megabytesSetting.key] ?? MEGABYTES),
  files: MOST_EACH,
  minutes: KEPT_MINUTES,
})

/** The files that people have brought to this program, what is known of each and what is being done with it. */
export interface Desk {
  readonly limits: (context: Context) => Promise<Limits>
  readonly bring: (context: Context, record: RecordDefinition, name: string, body: Bytes) => Promise<Job>
  /** A job of the actor's own. */
  readonly find: (actor: Actor, id: string) => Job | undefined
  readonly of: (actor: Actor) => readonly Job[]
  /** Begins a work on a job; `job.ended` settles with it. */
  readonly start: (context: Context, job: Job, what: Work) => void
  readonly drop: (job: Job) => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * @param report takes the errors of works that are nobody's mistake
 * @param parent of the folder in which the files lie
 */
export async function openDesk(zone: Zone, report: (error: unknown) => void, parent?: string): Promise<Desk> {
  const folder = await openFolder(parent)
  await sweepAttempts(zone)
  const jobs = new Map<string, Job>()
  const turns = new Turns(AT_ONCE)
  const receiving = new Places(RECEIVED, RECEIVED_EACH)
  const drop = async (job: Job) => {
    job.stop?.abort()
    jobs.delete(job.id)
    await job.ended
    await rm(job.file.path, { force: true })
  }
  const of = (actor: Actor) => [...jobs.values()].filter(({ owner }) => owner === actor.id)
  /** Files that were forgotten, and those too many of one person. */
  const tidy = async (actor: Actor, now: string) => {
    const idle = [...jobs.values()].filter(({ stop }) => !stop)
    const old = idle.filter(({ touched }) => Date.parse(now) - Date.parse(touched) > KEPT_MINUTES * 60_000)
    const own = idle
      .filter(({ owner }) => owner === actor.id)
      .sort((a, b) => a.touched.localeCompare(b.touched))
    for (const job of new Set([...old, ...own.slice(0, Math.max(0, own.length - MOST_EACH + 1))]))
      await drop(job)
  }
  return {
    limits: limitsOf,
    bring: async (context, record, name, body) => {
      await tidy(context.actor, context.now())
      const { megabytes } = await limitsOf(context)
      const id = context.newId()
      const leave = receiving.take(context.actor.id)
      if (!leave) throw tooMany()
      const received = await receiveImport(body, join(folder, id), megabytes).finally(leave)
      try {
        const permit = permitFor(record, context.actor, 'import')
        const sheets = await inspectFile(record, received.path, undefined, allowedBy(permit))
        const file = { ...received, name }
        const job: Job = {
          id,
          record,
          owner: context.actor.id,
          file,
          sheets,
          state: 'brought',
          touched: context.now(),
        }
        jobs.set(id, job)
        return job
      } catch (error) {
        await rm(received.path, { force: true })
        throw error
      }
    },
    find: (actor, id) => of(actor).find((job) => job.id === id),
    of,
    start: (context, job, what) => work(context, job, what, { turns, report }),
    drop,
    close: async () => {
      await Promise.all([...jobs.values()].map(drop))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const tooMany = () =>
  new GaoxinError(
    'IMPORT_RECEIVING',
    text('同时上传的文件太多', 'Too many files are being sent at once'),
    text('请等前一个文件传完再上传', 'Wait until the one before has arrived'),
    { status: 503 },
  )
