import { readFileSync } from 'node:fs'
import type { ProcessDeclaration } from '../../../../kernel/flow/index.ts'
import { text } from '../../../../kernel/text.ts'
import { PROCESS } from './case.ts'
import { forms } from './forms.ts'
import { onLimit, services } from './services.ts'

/** 兑现: a claim from its submission to the money, and back; its row mirrors where the case stands. */
export const redemption: ProcessDeclaration = {
  id: PROCESS,
  name: text('惠企政策兑现', 'Redemption of support'),
  about: text(
    '一项申报经审核、审定、公示到资金到账；已兑现的可以决定追回',
    'A claim is reviewed, approved, put on notice and paid; what was paid can be recovered',
  ),
  office: 'economy',
  diagram: readFileSync(new URL('./redemption.bpmn', import.meta.url), 'utf8'),
  forms,
  services,
  onLimit,
}
