import { text } from '../../../kernel/text.ts'
import type { WaterLevel } from '../settings.ts'

/** Colours as warnings of the weather have them; from which depth on is in `settings.ts`. */
export const LEVEL_NAMES = {
  blue: text('蓝色', 'Blue'),
  yellow: text('黄色', 'Yellow'),
  orange: text('橙色', 'Orange'),
  red: text('红色', 'Red'),
} as const satisfies Record<WaterLevel, object>

export const REPLAY_STATES = {
  running: text('重演中', 'Running'),
  done: text('已完成', 'Done'),
  cancelled: text('已取消', 'Cancelled'),
  failed: text('失败', 'Failed'),
} as const
export type ReplayState = keyof typeof REPLAY_STATES
