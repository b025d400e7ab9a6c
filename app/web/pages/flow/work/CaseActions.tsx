import { useState } from 'react'
import { ActionDialog } from '../../../access/ActionDialog.tsx'
import { useSay } from '../../../i18n/index.ts'
import { toast } from '../../../kit/Toast.tsx'
import { sendTo, useAsked } from './asked.ts'
import { K } from './words.ts'

const MOVES = {
  withdraw: { title: K.withdraw, about: K.withdrawAbout, done: K.withdrawn },
  end: { title: K.end, about: K.endAbout, done: K.endDone },
} as const

/** What a person may undo of a case: their own last step, or, who began it, all. */
export function CaseActions({ id }: { id: string }) {
  const say = useSay()
  const { data } = useAsked(id)
  const [move, setMove] = useState<keyof typeof MOVES>()
  const may = { withdraw: data?.mayWithdraw, end: data?.mayEnd }
  return (
    <>
      {(['withdraw', 'end'] as const).map(
        (each) =>
          may[each] && (
            <button key={each} type="button" className="button" onClick={() => setMove(each)}>
              {say(MOVES[each].title)}
            </button>
          ),
      )}
      {move && (
        <ActionDialog
          close={() => setMove(undefined)}
          action={{
            title: say(MOVES[move].title),
            about: say(MOVES[move].about),
            fields: [{ name: 'why', label: say(K.why), kind: 'longText', help: say(K.whyKept) }],
            run: async ({ why }) => {
              await sendTo(id, move, { why })
              toast({ says: MOVES[move].done })
            },
          }}
        />
      )}
    </>
  )
}
