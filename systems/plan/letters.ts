import type { LetterRow } from './tables.ts'

/** What was answered once and sent back; a bulletin of an earlier day tells it as it was. */
export interface Attempt extends Pick<LetterRow, 'answer_due_on' | 'answer' | 'answered_on' | 'answered_by'> {
  readonly returned_on: string
  readonly returned_by: string
  readonly reason: string
}

export const attemptsBefore = ({ earlier }: Pick<LetterRow, 'earlier'>): readonly Attempt[] =>
  (earlier as readonly Attempt[] | null) ?? []

/** What the columns hold once an answer is sent back. */
export const attemptsWith = (
  row: LetterRow,
  { on, by, reason }: { readonly on: string; readonly by: string; readonly reason: string },
) => {
  const { answer_due_on, answer, answered_on, answered_by } = row
  const attempt: Attempt = {
    answer_due_on,
    answer,
    answered_on,
    answered_by,
    returned_on: on,
    returned_by: by,
    reason,
  }
  return {
    answer: null,
    answered_on: null,
    answered_by: null,
    earlier: [...attemptsBefore(row), attempt],
  }
}

const later = (date: string | null, day: string): boolean => date !== null && date > day

/** A letter as it stood at the end of a day on which it had been issued. */
export function letterAsOf(row: LetterRow, day: string): LetterRow {
  const attempts = attemptsBefore(row)
  const at = attempts.findIndex(({ returned_on }) => returned_on > day)
  const then = at < 0 ? row : { ...row, ...attemptOf(attempts[at] as Attempt), ...UNSETTLED }
  return {
    ...then,
    ...(at < 0 ? {} : { earlier: at === 0 ? null : attempts.slice(0, at) }),
    ...(later(then.signed_on, day) ? { signed_on: null, signed_by: null } : {}),
    ...(later(then.settled_on, day) ? UNSETTLED : {}),
    ...(later(then.answered_on, day)
      ? { state: 'open', answer: null, answered_on: null, answered_by: null }
      : {}),
  }
}

const UNSETTLED = { state: 'answered', settled_on: null, settled_by: null }

const attemptOf = ({ answer_due_on, answer, answered_on, answered_by }: Attempt) => ({
  answer_due_on,
  answer,
  answered_on,
  answered_by,
})
