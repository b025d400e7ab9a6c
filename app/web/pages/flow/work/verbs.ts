import type { Text } from '../../../../../kernel/text.ts'
import { text } from '../../../i18n/text.ts'
import type { OpenTask } from '../queries.ts'
import { endOf } from './until.ts'

export type Values = Readonly<Record<string, string>>

/** What may be said for a verb: whom it goes to, why, until when. */
export type FieldName = 'colleague' | 'office' | 'whom' | 'why' | 'maybeWhy' | 'about' | 'until' | 'time'

/** What people do with a task beyond taking, leaving and doing it. */
export interface WorkVerb {
  readonly key: string
  /** What a person must be allowed. */
  readonly may: OpenTask['may'][number]
  readonly title: Text
  readonly about: Text
  readonly fields: readonly FieldName[]
  /** Where it is sent, under the task. */
  readonly path: string
  readonly body: (values: Values) => object
  /** What is said once it is done. */
  readonly done: Text
  /** What more time it asks for. */
  readonly kind?: 'pause' | 'extension'
}

const asking = (kind: 'pause' | 'extension') => (values: Values) => ({
  kind,
  until: endOf(values),
  why: values.why,
})
const only = (value: string | undefined) => (value?.trim() ? { why: value } : {})

export const WORK_VERBS: readonly WorkVerb[] = [
  {
    key: 'delegate',
    may: 'delegate',
    title: text('转办', 'Hand over'),
    about: text('交给承办单位的同事办理，原时限不变', 'A colleague of the office does it; the limit stays'),
    fields: ['colleague', 'maybeWhy'],
    path: 'delegate',
    body: ({ to, why }) => ({ to, ...only(why) }),
    done: text('已转办', 'Handed over'),
  },
  {
    key: 'consult',
    may: 'consult',
    title: text('协办', 'Ask opinions'),
    about: text(
      '请同事或其他单位提意见；意见提交或撤销之前不能办结',
      'Ask a colleague or another office; until it is answered or withdrawn, the step cannot be finished',
    ),
    fields: ['whom', 'about'],
    path: 'consult',
    body: ({ person = '', about }) => {
      const [kind, id] = person.split(':', 2)
      return kind === 'office' ? { offices: [id], about } : { people: [id], about }
    },
    done: text('已请协办', 'Asked'),
  },
  {
    key: 'return',
    may: 'return',
    title: text('退回', 'Send back'),
    about: text(
      '退给转办人或派来的单位；没有的，退给上一步办理人或本单位待签收',
      'To whoever handed it over or the office that gave it; else to whoever did the step before, or the office’s list',
    ),
    fields: ['why'],
    path: 'return',
    body: ({ why }) => ({ why }),
    done: text('已退回', 'Sent back'),
  },
  {
    key: 'reassign',
    may: 'reassign',
    title: text('改派', 'Reassign'),
    about: text('改由另一单位承办，由其签收', 'Another office takes it over'),
    fields: ['office', 'why'],
    path: 'reassign',
    body: ({ office, why }) => ({ office, why }),
    done: text('已改派', 'Reassigned'),
  },
  {
    key: 'extension',
    may: 'request',
    title: text('申请延期', 'Ask for more time'),
    about: text(
      '由承办单位负责人或流程主管单位审批，原时限留痕',
      'The office’s leader, or the office that keeps the process, decides; the old limit is kept',
    ),
    fields: ['until', 'time', 'why'],
    path: 'request',
    body: asking('extension'),
    done: text('延期申请已提交', 'Asked for more time'),
    kind: 'extension',
  },
  {
    key: 'pause',
    may: 'request',
    title: text('申请挂账', 'Ask for a pause'),
    about: text(
      '获批后到所填时间为止不计时，剩余时限顺延',
      'Once approved the clock stands still until then; what is left of the limit stays',
    ),
    fields: ['until', 'time', 'why'],
    path: 'request',
    body: asking('pause'),
    done: text('挂账申请已提交', 'Asked for a pause'),
    kind: 'pause',
  },
  {
    key: 'resume',
    may: 'resume',
    title: text('恢复计时', 'Resume the clock'),
    about: text(
      '提前结束挂账，剩余时限从现在起算',
      'Ends the pause; what is left of the limit counts from now',
    ),
    fields: [],
    path: 'resume',
    body: () => ({}),
    done: text('已恢复计时', 'The clock runs again'),
  },
  {
    key: 'urge',
    may: 'urge',
    title: text('催办', 'Urge'),
    about: text('通知现承办人尽快办理，一小时内只能催一次', 'Tells whoever has it to hurry; once an hour'),
    fields: ['maybeWhy'],
    path: 'urge',
    body: ({ why }) => only(why),
    done: text('已催办', 'Urged'),
  },
]

/** What may be done with a task now, in the order of the table. */
export const verbsFor = ({ may, due }: Pick<OpenTask, 'may' | 'due'>): readonly WorkVerb[] =>
  WORK_VERBS.filter((verb) => may.includes(verb.may) && !(verb.kind === 'extension' && due === null))
