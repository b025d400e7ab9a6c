import { GaoxinError } from '../../kernel/errors.ts'
import { type Text, text } from '../../kernel/text.ts'

/** Every error of the drainage register: its HTTP status, what is wrong, and what to do. */
const ERRORS = {
  DRAINAGE_NONE: [
    404,
    text('没有这个节点或管段', 'There is no such node or link'),
    text('请从地图或列表进入', 'Choose it on the map or in the list'),
  ],
  DRAINAGE_START: [
    422,
    text('没有写明从哪里开始', 'Where to begin is not said'),
    text('请给出一个节点或一段管段，不要两者都给', 'Give a node or a link, and not both'),
  ],
  DRAINAGE_SETTING: [
    500,
    text('管道评估参数不合规则', 'The settings of the assessment do not fit'),
    text('请在系统设置里改正', 'Mend them in the settings'),
  ],
} as const satisfies Record<string, readonly [status: number, says: Text, remedy: Text]>

export type DrainageErrorCode = keyof typeof ERRORS

export function drainageError(
  code: DrainageErrorCode,
  at: { readonly place?: string; readonly value?: unknown; readonly details?: object } = {},
): GaoxinError {
  const [status, says, remedy] = ERRORS[code]
  return new GaoxinError(code, says, remedy, { ...at, status })
}
