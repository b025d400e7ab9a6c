import { GaoxinError } from '../../../kernel/errors.ts'
import { type Text, text } from '../../../kernel/text.ts'

const ERRORS = {
  CITY_REPLAY_FILE: [text('读不到这个文件', 'The file cannot be read'), text('请检查路径', 'Check its path')],
  CITY_REPLAY_COLUMNS: [
    text('文件缺少需要的列', 'The file lacks columns that are needed'),
    text(
      '需要编号、类型、状态、创建时间、关闭时间、责任单位、来源、经纬度、地址',
      'It needs number, type, status, times of creation and closing, owner, source, latitude, longitude, address',
    ),
  ],
  CITY_REPLAY_ROW: [
    text('这一行读不懂', 'This line cannot be read'),
    text('请改正，或去掉这一行', 'Mend it, or take it out'),
  ],
  CITY_REPLAY_OPTION: [
    text('选项的值不对', 'The value of an option does not fit'),
    text('--speed 是大于 0 的数，--limit 是正整数', '--speed is a number above 0, --limit a whole one'),
  ],
  CITY_REPLAY_ZONE: [
    text('这个区里已有数据，不能在里面回放', 'This zone holds data already; nothing is played back into it'),
    text('请用 --data 指定一个不存在的文件夹', 'Name a folder that is not there yet with --data'),
  ],
} as const satisfies Record<string, readonly [says: Text, remedy: Text]>

export function replayError(
  code: keyof typeof ERRORS,
  at: { readonly place?: string; readonly value?: unknown; readonly cause?: unknown } = {},
): GaoxinError {
  const [says, remedy] = ERRORS[code]
  return new GaoxinError(code, says, remedy, { ...at, status: 422 })
}
