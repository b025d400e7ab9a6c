import type { Action } from '../../../access/ActionDialog.tsx'
import { useLanguage, useSay } from '../../../i18n/index.ts'
import { formatInstant } from '../../../kit/format.ts'
import { toast } from '../../../kit/Toast.tsx'
import { usePost } from '../../../kit/usePost.ts'
import { sendTo, type TimeRequest } from './asked.ts'
import { K } from './words.ts'

/** 审批: what is asked for in a request for time, in words, and the dialog that approves or refuses it. */
export function useDecide(
  of: Pick<TimeRequest, 'id' | 'kind' | 'asked_by' | 'until'> & { readonly case: string },
): { readonly said: string; readonly decide: (approve: boolean) => Action } {
  const say = useSay()
  const language = useLanguage()
  const post = usePost()
  const said = say(K.asked[of.kind](post(of.asked_by), formatInstant(of.until, language)))
  return {
    said,
    decide: (approve) => ({
      title: say(approve ? K.approve : K.refuse),
      about: said,
      fields: [{ name: 'why', label: say(K.answer), kind: 'longText', help: say(K.whyKept) }],
      run: async ({ why }) => {
        await sendTo(of.case, `requests/${encodeURIComponent(of.id)}/decide`, { approve, why })
        toast({ says: K.decidedDone })
      },
    }),
  }
}
