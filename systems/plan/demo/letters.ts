import type { Actor } from '../../../kernel/access/actor.ts'
import type { Context } from '../../../kernel/system.ts'
import { answerLetter, beginCases, signLetter } from '../flow/index.ts'
import { SUPERVISION_OFFICE } from '../settings.ts'
import type { LetterRow } from '../tables.ts'

/** A letter as the demonstration tells it. */
export type Issued = Pick<
  LetterRow,
  | 'id'
  | 'number'
  | 'granule'
  | 'colour'
  | 'reason'
  | 'issued_on'
  | 'issued_by'
  | 'answer_due_on'
  | 'answer'
  | 'answered_on'
  | 'answered_by'
  | 'state'
  | 'signed_on'
  | 'signed_by'
  | 'settled_on'
  | 'settled_by'
> & { readonly office: string; readonly by: string }

const isLiving = ({ state }: Issued) => state !== 'closed'

/** Its row before its case has moved it; what is settled is told as it ended. */
export function asIssued(letter: Issued): Readonly<Record<string, unknown>> {
  const { office: _, by: __, ...row } = letter
  if (!isLiving(letter)) return row
  const untold = { answer: null, answered_on: null, answered_by: null, signed_on: null, signed_by: null }
  return { ...row, ...untold, state: 'open' }
}

/** Letters that are not settled run as cases: each signed for and answered on its days by its lead office. */
export async function runLetters(context: Context, issued: readonly Issued[]): Promise<void> {
  const issuer: Actor = { id: 'supervisor', name: '督查室', role: 'supervisor', office: SUPERVISION_OFFICE }
  await beginCases(context, ({ issued_on }) => onDay(context, issuer, issued_on, '09:00'))
  for (const { id, office, by, signed_on, answered_on, answer } of issued.filter(isLiving)) {
    const officer: Actor = { id: `officer-${office}`, name: by, role: 'officer', office }
    if (signed_on) await signLetter(onDay(context, officer, signed_on, '09:30'), id)
    if (answered_on && answer) await answerLetter(onDay(context, officer, answered_on, '15:00'), id, answer)
  }
}

/** A day of the zone that is not ahead. */
function onDay(context: Context, actor: Actor, day: string, time: string): Context {
  const at = Date.parse(`${day}T${time}:00+08:00`)
  const moment = new Date(Math.min(at, Date.parse(context.moment()))).toISOString()
  return context.with({ actor, moment: () => moment })
}
