import type { ApiAnswer } from '../../../client/api.ts'
import { get, ProblemError, post } from '../../../client/fetch.ts'
import { useApi } from '../../../client/queries.ts'
import { toast } from '../../../kit/Toast.tsx'
import { refreshFlow } from '../queries.ts'
import { W } from '../words.ts'
import { K } from './words.ts'

type Asked = ApiAnswer<'/api/flow/cases/{id}/asked'>
export type Opinion = Asked['opinions'][number]
export type TimeRequest = Asked['requests'][number]

const pathOf = (id: string) => `/api/flow/cases/${encodeURIComponent(id)}`

/** Opinions and time that were asked for in a case, and what of it the reader may undo. */
export const useAsked = (id: string) => useApi('/api/flow/cases/{id}/asked', { path: { id } })

/** Sends something about a case; the screen shows what is true afterwards. */
export async function sendTo(id: string, path: string, body: object): Promise<void> {
  try {
    await post(`${pathOf(id)}/${path}`, body)
  } finally {
    void refreshFlow()
  }
}

/** Says that a step went, and offers to take it back where that can be done. */
export async function tellDone(id: string, why: string): Promise<void> {
  const { mayWithdraw } = await get<Asked>(`${pathOf(id)}/asked`).catch(() => ({ mayWithdraw: false }))
  const withdraw = () =>
    sendTo(id, 'withdraw', { why }).then(
      () => toast({ says: K.withdrawn }),
      (error: unknown) => {
        if (error instanceof ProblemError) toast({ says: error.problem.says })
      },
    )
  toast({ says: W.sent, ...(mayWithdraw ? { action: { says: K.withdraw, run: withdraw } } : {}) })
}
