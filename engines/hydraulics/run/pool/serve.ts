import { plainError } from '../../errors.ts'
import type { Engine } from '../engine/types.ts'
import { runModel } from '../runModel.ts'
import { buffersOf, type FromWorker, type Line, type ToWorker } from './protocol.ts'

/** What a thread does all its life: runs what it is sent, one after the other, and stops what it is told to. */
export function serve(line: Line<ToWorker, FromWorker>, openEngine: () => Promise<Engine>): void {
  let engine: Promise<Engine> | undefined
  const running = new Map<number, AbortController>()
  line.listen(async (message) => {
    if (message.type === 'cancel') {
      running.get(message.id)?.abort()
      return
    }
    const { id, job } = message
    const controller = new AbortController()
    running.set(id, controller)
    try {
      engine ??= openEngine()
      const outcome = await runModel(await engine, job, {
        signal: controller.signal,
        onProgress: (done) => line.post({ type: 'progress', id, done }, []),
        onResults: (part) => line.post({ type: 'results', id, part }, buffersOf(part)),
      })
      const { results, out, state, held } = outcome
      const bytes = [out, state, held?.engine.memory].flatMap((each) =>
        each ? [each.buffer as ArrayBuffer] : [],
      )
      line.post({ type: 'done', id, outcome }, [...buffersOf(results), ...bytes])
    } catch (error) {
      line.post({ type: 'failed', id, error: plainError(error, job.name) }, [])
      // What broke off inside may have left the engine unusable; the next run opens another.
      if (plainError(error, job.name).code === 'hydraulics/engine') engine = undefined
    } finally {
      running.delete(id)
    }
  })
}
