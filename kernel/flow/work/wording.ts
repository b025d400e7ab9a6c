import { type Text, text } from '../../text.ts'
import type { NoticeKind, Told } from './notices.ts'

/** What a notice says, and what its reader is to do; by when stands beside it. `by` is empty where the program tells. */
export interface Worded {
  readonly says: Text
  readonly todo: Text
}

const DO = text('请办理', 'Please do it')
const LOOK = text('供知悉，不用办理', 'For your information; nothing is to be done')
const DECIDE = text('请审批', 'Please decide')

const WORDS: Readonly<Record<NoticeKind, (told: Told) => Worded>> = {
  delegated: ({ task, by }) => ({
    says: text(`${by}把“${task}”转办给您`, `${by} handed “${task}” to you`),
    todo: DO,
  }),
  reassigned: ({ task, by }) => ({
    says: text(`${by}把“${task}”改派给本单位`, `${by} reassigned “${task}” to your office`),
    todo: text('请签收办理', 'Please take it and do it'),
  }),
  returned: ({ task, by }) => ({
    says: text(`${by}退回了“${task}”`, `${by} returned “${task}”`),
    todo: text('请按退回理由重新办理', 'Please do it anew, by the reason given'),
  }),
  asked: ({ task, by }) => ({
    says: text(`${by}请您协办“${task}”`, `${by} asks for your opinion on “${task}”`),
    todo: text('请提交协办意见', 'Please say your opinion'),
  }),
  answered: ({ task, by }) => ({
    says: text(`${by}提交了“${task}”的协办意见`, `${by} gave an opinion on “${task}”`),
    todo: text('请查看意见后继续办理', 'Please read it and go on'),
  }),
  urged: ({ task, by }) => ({
    says: text(`${by}催办“${task}”`, `${by} urges “${task}”`),
    todo: text('请尽快办理', 'Please do it as soon as you can'),
  }),
  withdrawn: ({ task, by }) => ({
    says: text(
      `${by}撤销了办件，“${task}”不用再办`,
      `${by} ended the case; “${task}” is no longer asked for`,
    ),
    todo: LOOK,
  }),
  'pause-asked': ({ task, by }) => ({
    says: text(`${by}申请“${task}”挂账`, `${by} asks that the clock of “${task}” stand still`),
    todo: DECIDE,
  }),
  'pause-approved': ({ task, by }) => ({
    says: text(`${by}同意“${task}”挂账`, `${by} lets the clock of “${task}” stand still`),
    todo: text('挂账期满前请继续办理', 'Please go on before the pause ends'),
  }),
  'pause-refused': ({ task, by }) => ({
    says: text(`${by}不同意“${task}”挂账`, `${by} refused the pause of “${task}”`),
    todo: text('请按原时限办理', 'Please keep to the limit as it was'),
  }),
  'extension-asked': ({ task, by }) => ({
    says: text(`${by}申请“${task}”延期`, `${by} asks for more time for “${task}”`),
    todo: DECIDE,
  }),
  'extension-approved': ({ task, by }) => ({
    says: text(`${by}同意“${task}”延期`, `${by} gave more time for “${task}”`),
    todo: text('请按新时限办理', 'Please keep to the new limit'),
  }),
  'extension-refused': ({ task, by }) => ({
    says: text(`${by}不同意“${task}”延期`, `${by} refused more time for “${task}”`),
    todo: text('请按原时限办理', 'Please keep to the limit as it was'),
  }),
  warned: ({ task }) => ({ says: text(`“${task}”临近时限`, `The limit of “${task}” comes near`), todo: DO }),
  late: ({ task }) => ({
    says: text(`“${task}”已经逾期`, `“${task}” is late`),
    todo: text('请立即办理，确有困难请申请延期', 'Please do it now, or ask for more time'),
  }),
  escalated: ({ task }) => ({
    says: text(`本单位“${task}”已经逾期`, `“${task}” of your office is late`),
    todo: text('请督办', 'Please see to it'),
  }),
}

/** Puts a notice into words, in both languages. Pure. @param english what steps are called in English */
export function wordNotice(
  { kind, told }: { readonly kind: NoticeKind; readonly told: Told },
  english: Readonly<Record<string, string>> = {},
): Worded {
  const { says, todo } = WORDS[kind](told)
  const inEnglish = WORDS[kind]({ ...told, task: english[told.task] ?? told.task })
  return { says: text(says.zh, inEnglish.says.en), todo }
}
