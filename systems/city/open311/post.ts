import type { Context } from '../../../kernel/system.ts'
import { type Entered, enterReport } from '../report/enter.ts'
import { openReport } from '../report/follow.ts'
import * as shapes from '../routes/shapes.ts'
import { attributeLines } from './attributes.ts'
import { open311Error } from './errors.ts'
import type { Asked } from './requests.ts'
import { leafOf } from './services.ts'
import { isKey, type Open311Settings } from './settings.ts'

const MOST_WORDS = 4000
const MOST_ADDRESS = 200
const MOST_URL = 500

/**
 * A request that is posted is a report of a resident. Of the person only name and telephone are kept, encrypted; mail,
 * device and account are not.
 * @param form what was sent, `attribute[…]` included
 * @throws GaoxinError OPEN311_KEY, OPEN311_SERVICE…, OPEN311_LOCATION, OPEN311_ARGUMENT, and those of `enterReport`
 */
export async function postRequest(
  context: Context,
  settings: Open311Settings,
  asked: Asked,
  form: Readonly<Record<string, unknown>>,
) {
  requireKey(settings, asked.api_key)
  const { id, kind, name } = await leafOf(context, asked.service_code)
  const place = placeIn(asked)
  const address = fitting(asked, 'address_string', MOST_ADDRESS)
  if (!place && !address) throw open311Error('OPEN311_LOCATION', { place: 'lat' })
  const media = mediaIn(asked)
  const lines = [
    fitting(asked, 'description', MOST_WORDS) ?? name,
    ...attributeLines(kind, form),
    ...(media ? [`附图：${media}`] : []),
  ]
  const entered = await enterReport(context, {
    channel: 'citizen',
    description: lines.join('\n'),
    class: id,
    place,
    address,
    name: nameIn(asked),
    phone: asked.phone,
  })
  return [{ ...idOf(settings, entered), service_notice: noticeOf(entered), account_id: null }]
}

function requireKey(settings: Open311Settings, key: string | undefined): void {
  if (settings.keys.length === 0 && !settings.keyRequired) return
  if (key === undefined ? settings.keyRequired : !isKey(settings, key))
    throw open311Error('OPEN311_KEY', { place: 'api_key' })
}

function placeIn({ lat, long }: Asked) {
  if (lat === undefined && long === undefined) return undefined
  const found = shapes.place.safeParse({ latitude: degrees(lat), longitude: degrees(long) })
  if (!found.success)
    throw open311Error('OPEN311_ARGUMENT', {
      place: lat === undefined ? 'lat' : 'long',
      value: `${lat}, ${long}`,
    })
  return found.data
}
const degrees = (written: string | undefined): number =>
  written !== undefined && /^[-+]?\d{1,3}(\.\d+)?$/.test(written) ? Number(written) : Number.NaN

function fitting(asked: Asked, place: string, most: number): string | undefined {
  const words = asked[place]
  if (words !== undefined && words.length > most)
    throw open311Error('OPEN311_ARGUMENT', { place, value: words.length })
  return words
}

/** An address of a picture is kept for the seat to look at; the program asks nothing of it. */
function mediaIn(asked: Asked): string | undefined {
  const url = fitting(asked, 'media_url', MOST_URL)
  if (url === undefined) return undefined
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw open311Error('OPEN311_ARGUMENT', { place: 'media_url', value: url })
  return url
}

/** Chinese names are written together, the family's first. */
function nameIn({ first_name: first, last_name: last }: Asked): string | undefined {
  const names = [first, last].filter((name) => name !== undefined)
  if (names.length < 2) return names[0]
  return /^\p{Script=Han}+$/u.test(names.join('')) ? `${last}${first}` : `${first} ${last}`
}

/** A token holds number and code, which together open the report. */
const idOf = ({ batch }: Open311Settings, { number, token }: Entered) =>
  batch ? { token: `${number}-${token}` } : { service_request_id: number }

const noticeOf = ({ number, token }: Entered): string =>
  `已登记，编号 ${number}，查询码 ${token}（只告知一次）；凭两者可查询、评价、反映未解决`

/** @throws GaoxinError OPEN311_TOKEN. The id comes once the report has been filed, refused or merged. */
export async function tokenOf(context: Context, settings: Open311Settings, token: string) {
  const [number = '', code = ''] = token.split('-')
  const report = await openReport(context, { number, token: code }).catch(() => {
    throw open311Error('OPEN311_TOKEN', { place: 'token' })
  })
  const isSettled = !settings.batch || !['verifying', 'accepting'].includes(report.state)
  return [{ ...(isSettled ? { service_request_id: report.number } : {}), token }]
}
