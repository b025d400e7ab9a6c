import { GaoxinError } from '../../../kernel/errors.ts'
import { text } from '../../../kernel/text.ts'

export const ENDED = ['closed', 'adjusted']

export const ended = (id: string) =>
  new GaoxinError(
    'PLAN_ENDED',
    text('任务已销号或已调整出清单', 'The task is closed or off the list'),
    text('已结束的任务不再变动', 'What has ended no longer changes'),
    { value: id, status: 409 },
  )
