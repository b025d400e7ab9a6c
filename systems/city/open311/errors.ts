import { GaoxinError } from '../../../kernel/errors.ts'
import { type Text, text } from '../../../kernel/text.ts'

/** What GeoReport v2 says may go wrong: 404 what is not there, 403 the key, 400 anything else. */
const ERRORS = {
  OPEN311_FORMAT: [
    404,
    text('没有这种格式', 'There is no such format'),
    text('请用 .xml 或 .json', 'Use .xml or .json'),
  ],
  OPEN311_JURISDICTION: [
    404,
    text('没有这个 jurisdiction_id', 'jurisdiction_id was not found'),
    text('请用服务发现文件里的地址', 'Use the address that the service discovery gives'),
  ],
  OPEN311_SERVICE_MISSING: [
    400,
    text('没有给出 service_code', 'service_code was not provided'),
    text('请从 services 中选一个', 'Choose one of the services'),
  ],
  OPEN311_SERVICE: [
    404,
    text('没有这个 service_code', 'service_code was not found'),
    text('请从 services 中选一个', 'Choose one of the services'),
  ],
  OPEN311_REQUEST: [
    404,
    text('没有这个 service_request_id', 'service_request_id was not found'),
    text('请核对编号', 'Check the id'),
  ],
  OPEN311_TOKEN: [
    404,
    text('没有这个 token', 'token was not found'),
    text('请用提交时得到的 token', 'Use the token that posting answered with'),
  ],
  OPEN311_KEY: [
    403,
    text('api_key 缺少或不对', 'api_key is missing or invalid'),
    text('请向本区申请', 'Ask the zone for one'),
  ],
  OPEN311_LOCATION: [
    400,
    text('没有位置', 'No location was provided'),
    text('请给出 lat 和 long，或 address_string', 'Give lat and long, or address_string'),
  ],
  OPEN311_ARGUMENT: [
    400,
    text('参数不合要求', 'An argument does not fit'),
    text('请按 GeoReport v2 改正', 'Mend it by GeoReport v2'),
  ],
  OPEN311_SPAN: [
    400,
    text(
      '起止时间相距超过 90 天，或先后颠倒',
      'The dates span more than 90 days, or are the wrong way round',
    ),
    text('请缩短 start_date 到 end_date', 'Shorten the time from start_date to end_date'),
  ],
} as const satisfies Record<string, readonly [status: number, says: Text, remedy: Text]>

export type Open311ErrorCode = keyof typeof ERRORS

export function open311Error(
  code: Open311ErrorCode,
  at: { readonly place?: string; readonly value?: unknown } = {},
): GaoxinError {
  const [status, says, remedy] = ERRORS[code]
  return new GaoxinError(code, says, remedy, { ...at, status })
}
