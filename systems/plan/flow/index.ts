import { readFileSync } from 'node:fs'
import type { ProcessDeclaration } from '../../../kernel/flow/index.ts'
import { text } from '../../../kernel/text.ts'
import { SUPERVISION_OFFICE } from '../settings.ts'
import { forms } from './forms.ts'
import { onLimit, services } from './services.ts'

export { beginCase, beginCases } from './begin.ts'
export { answerLetter, passOn, signLetter } from './move.ts'

/** 督办单: a letter from its issue to its settling; where it stands is mirrored on its row in the same transaction. */
export const letterProcess: ProcessDeclaration = {
  id: 'plan.letter',
  name: text('督办单', 'Supervision letter'),
  about: text(
    '一份督办单由牵头单位签收、办理答复，经督查室复核后办结销号；复核不通过的退回重办',
    'A letter is signed for and answered by the lead office, then reviewed: settled, or sent back to be done again',
  ),
  office: SUPERVISION_OFFICE,
  diagram: readFileSync(new URL('./letter.bpmn', import.meta.url), 'utf8'),
  forms,
  services,
  onLimit,
  // A letter that was issued is not taken back: its office answers, and it is settled.
  endable: false,
}
