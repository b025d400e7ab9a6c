import { GaoxinError } from '../errors.ts'
import { text } from '../text.ts'

export const noCase = (id: string) =>
  new GaoxinError(
    'FLOW_CASE_NOT_FOUND',
    text('没有这个办件', 'There is no such case'),
    text('请从待办或台账进入', 'Choose one from the inbox or the ledger'),
    { value: id, status: 404 },
  )
export const noProcess = (id: string) =>
  new GaoxinError(
    'FLOW_PROCESS',
    text('没有这个流程，或没有已发布的版本', 'There is no such process, or no version of it is published'),
    text('请先发布流程图', 'Publish its diagram first'),
    { place: 'process', value: id, status: 404 },
  )
