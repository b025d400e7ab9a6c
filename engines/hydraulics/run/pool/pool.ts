import { HydraulicsError, revived } from '../../errors.ts'
import type { Hooks, Job, Outcome } from '../job.ts'
import type { FromWorker, WorkerLine } from './protocol.ts'

/** Runs many models at once, each in a thread of its own, in the order in which they were asked for. */
export interface Pool {
  /** @throws HydraulicsError as `runModel`; hydraulics/cancelled by the signal or when the pool is closed */
  run(job: Job, hooks?: Hooks): Promise<Outcome>
  /** Stops what runs and what waits. */
  close(): void
}

interface Task {
  readonly id: number
  readonly job: Job
  readonly hooks: Hooks
  readonly resolve: (outcome: Outcome) => void
  readonly reject: (error: unknown) => void
}
interface Seat {
  readonly line: WorkerLine
  task: Task | undefined
}

/**
 * @param size how many threads at most; they start when there is work for them
 * @param spawn starts one
 */
export function createPool(size: number, spawn: () => WorkerLine): Pool {
  const seats: Seat[] = []
  const waiting: Task[] = []
  let ids = 0
  let closed = false

  const finish = (seat: Seat, settle: (task: Task) => void) => {
    const { task } = seat
    seat.task = undefined
    if (task) settle(task)
    next()
  }

  const receive = (seat: Seat, message: FromWorker) => {
    const { task } = seat
    if (task?.id !== message.id) return
    if (message.type === 'progress') task.hooks.onProgress?.(message.done)
    else if (message.type === 'results') task.hooks.onResults?.(message.part)
    else if (message.type === 'done') finish(seat, ({ resolve }) => resolve(message.outcome))
    else finish(seat, ({ reject }) => reject(revived(message.error)))
  }

  const seated = (): Seat => {
    const line = spawn()
    const seat: Seat = { line, task: undefined }
    line.listen((message) => receive(seat, message))
    line.onGone((why) => {
      const at = seats.indexOf(seat)
      if (at < 0) return
      seats.splice(at, 1)
      finish(seat, ({ job, reject }) =>
        reject(new HydraulicsError('hydraulics/worker', job.name, '', [], why)),
      )
    })
    seats.push(seat)
    return seat
  }

  function next(): void {
    while (!closed && waiting.length > 0) {
      const seat = seats.find(({ task }) => !task) ?? (seats.length < size ? seated() : undefined)
      if (!seat) return
      const task = waiting.shift() as Task
      seat.task = task
      seat.line.post({ type: 'run', id: task.id, job: task.job }, [])
    }
  }

  const cancel = (task: Task) => {
    const at = waiting.indexOf(task)
    if (at >= 0) {
      waiting.splice(at, 1)
      task.reject(new HydraulicsError('hydraulics/cancelled', task.job.name))
    } else seats.find((seat) => seat.task === task)?.line.post({ type: 'cancel', id: task.id }, [])
  }

  return {
    run: (job, hooks = {}) =>
      new Promise((resolve, reject) => {
        if (closed || hooks.signal?.aborted) {
          reject(new HydraulicsError('hydraulics/cancelled', job.name))
          return
        }
        const task: Task = { id: ++ids, job, hooks, resolve, reject }
        hooks.signal?.addEventListener('abort', () => cancel(task), { once: true })
        waiting.push(task)
        next()
      }),
    close: () => {
      closed = true
      for (const { job, reject } of waiting.splice(0))
        reject(new HydraulicsError('hydraulics/cancelled', job.name))
      for (const { line, task } of seats.splice(0)) {
        line.stop()
        task?.reject(new HydraulicsError('hydraulics/cancelled', task.job.name))
      }
    },
  }
}
