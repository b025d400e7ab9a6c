import { useState } from 'react'
import { post } from '../../client/fetch.ts'
import { queryClient, recordPath } from '../../client/queries.ts'
import type { MetaRecord } from '../../client/types.ts'
import type { REFUSED } from '../form/words.ts'

export interface Preview {
  readonly matching: number
  readonly changed: number
  readonly unchanged: number
  readonly refused: readonly { readonly reason: keyof typeof REFUSED; readonly rows: number }[]
  readonly sample: readonly { readonly id: string; readonly before: Readonly<Record<string, unknown>> }[]
  readonly token: string
}
export interface Outcome {
  readonly changed: number
  readonly transaction: string
}
export interface Undone {
  readonly restored: number
  readonly kept: number
}

export type Stage =
  | { readonly at: 'ask' }
  | { readonly at: 'preview'; readonly preview: Preview }
  | { readonly at: 'done'; readonly outcome: Outcome }
  | { readonly at: 'undone'; readonly undone: Undone }

/** The steps of a bulk edit: ask, preview, done, undone; a refusal leaves it where it was. */
export function useBulk(record: MetaRecord, rows: object) {
  const [stage, setStage] = useState<Stage>({ at: 'ask' })
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const path = recordPath(record.id)
  const step = async (work: () => Promise<Stage>) => {
    setBusy(true)
    setError(undefined)
    try {
      setStage(await work())
      void queryClient.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[0]).startsWith(path),
      })
    } catch (failure) {
      setError(failure)
      setStage((before) => (before.at === 'preview' ? { at: 'ask' } : before))
    } finally {
      setBusy(false)
    }
  }
  return {
    stage,
    error,
    busy,
    again: () => setStage({ at: 'ask' }),
    preview: (values: object) =>
      step(async () => ({
        at: 'preview',
        preview: await post<Preview>(`${path}/bulk`, { rows, values, preview: true }),
      })),
    confirm: (values: object, token: string, why: string) =>
      step(async () => ({
        at: 'done',
        outcome: await post<Outcome>(`${path}/bulk`, { rows, values, token, why }),
      })),
    undo: (transaction: string) =>
      step(async () => ({ at: 'undone', undone: await post<Undone>(`${path}/undo`, { transaction }) })),
  }
}
