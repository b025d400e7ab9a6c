import { z } from 'zod'
import { type Context, defineRoute, type Route, type WordedAnswer } from '../../../kernel/system.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { PUBLIC_QUESTIONS } from '../settings.ts'
import { discoveryOf } from './discovery.ts'
import { open311Error } from './errors.ts'
import { photoRoute } from './photo.ts'
import { postRequest, tokenOf } from './post.ts'
import { type Asked, requestOf, requestsOf } from './requests.ts'
import { definitionOf, servicesOf } from './services.ts'
import { type Open311Settings, readOpen311 } from './settings.ts'
import { FORMATS, type Format, isFormat, worded } from './wire.ts'

/** Somebody's program speaks for many, so more of them come from one address. */
const POSTS = { failures: 120, windowMinutes: 15, lockMinutes: 15 } as const
const LOOKS = { failures: 600, windowMinutes: 15, lockMinutes: 15 } as const

type Input = Readonly<Record<string, unknown>>
type Answering = (
  given: {
    readonly context: Context
    readonly settings: Open311Settings
    readonly asked: Asked
    readonly input: Input
  },
  origin: string,
) => Promise<unknown>

interface Method {
  readonly method: 'GET' | 'POST'
  /** Below the system's; the format is added. */
  readonly path: string
  readonly summary: Text
  readonly arguments?: readonly string[]
  readonly throttle?: Route['throttle']
  /** The root of the answer. */
  readonly root: string
  readonly answer: Answering
}

/** One method of the protocol: it answers in the format that was asked for, with its errors too. */
const speak = ({ method, path, summary, throttle, root, answer, arguments: names = [] }: Method): Route =>
  defineRoute({
    method,
    path: `${path}.:format`,
    summary,
    allow: 'anyone',
    ...(throttle ? { throttle } : {}),
    ...(method === 'POST' ? { receives: 'form' as const } : {}),
    input: z.looseObject({
      format: z.string(),
      ...Object.fromEntries(['jurisdiction_id', ...names].map((name) => [name, z.unknown().optional()])),
    }) as z.ZodType<Input>,
    output: { contentType: Object.values(FORMATS) },
    words: wordsOfProblem,
    handle: async (context, input, _body, origin = '') => {
      const { format } = input
      if (!isFormat(format)) throw open311Error('OPEN311_FORMAT', { place: 'format', value: format })
      const [settings, asked] = [await readOpen311(context), askedIn(input)]
      const { jurisdiction_id: jurisdiction } = asked
      if (jurisdiction && settings.jurisdiction && jurisdiction !== settings.jurisdiction)
        throw open311Error('OPEN311_JURISDICTION', { place: 'jurisdiction_id', value: jurisdiction })
      return worded(format, root, await answer({ context, settings, asked, input }, origin))
    },
  })

/** An argument without a value is as good as none; one that is given more than once is a list. */
const askedIn = (input: Input): Asked =>
  Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) => {
      const words = Array.isArray(value) ? value.join(',') : value
      return typeof words === 'string' && words.trim() !== '' ? [[name, words.trim()]] : []
    }),
  )

/** The protocol knows 403, 404 and, of whatever else, 400; its own status is in the code. */
const wordsOfProblem: NonNullable<Route['words']> = (
  { status, says, remedy, place },
  { format },
): WordedAnswer =>
  worded(
    (isFormat(format) ? format : 'xml') as Format,
    'errors',
    [
      {
        code: status,
        description: `${place ? `${place}: ` : ''}${says.zh}，${remedy.zh} · ${says.en}. ${remedy.en}.`,
      },
    ],
    status === 403 || status === 404 ? status : 400,
  )

const PATH = '/open311/v2'
const idOf = (input: Input, name: string) => String(input[name])

const METHODS: readonly Method[] = [
  ...['/open311/discovery', `${PATH}/discovery`].map(
    (path): Method => ({
      method: 'GET',
      path,
      summary: text('Open311 服务发现', 'Open311 service discovery'),
      root: 'discovery',
      answer: async ({ settings }, origin) => discoveryOf(settings, origin),
    }),
  ),
  {
    method: 'GET',
    path: `${PATH}/services`,
    summary: text('Open311 服务清单', 'Open311 list of services'),
    root: 'services',
    answer: ({ context, settings }) => servicesOf(context, settings),
  },
  {
    method: 'GET',
    path: `${PATH}/services/:code`,
    summary: text('Open311 一项服务的附加栏目', 'Open311 definition of a service'),
    root: 'service_definition',
    answer: ({ context, input }) => definitionOf(context, idOf(input, 'code')),
  },
  {
    method: 'POST',
    path: `${PATH}/requests`,
    summary: text('Open311 提交上报', 'Open311 posts a request'),
    throttle: POSTS,
    arguments: [
      ...['api_key', 'service_code', 'lat', 'long', 'address_string', 'description', 'media_url'],
      ...['first_name', 'last_name', 'phone', 'email', 'device_id', 'account_id', 'address_id'],
    ],
    root: 'service_requests',
    answer: ({ context, settings, asked, input }) => postRequest(context, settings, asked, input),
  },
  {
    method: 'GET',
    path: `${PATH}/tokens/:token`,
    summary: text('Open311 凭 token 取编号', 'Open311 id of a request by its token'),
    throttle: PUBLIC_QUESTIONS,
    root: 'service_requests',
    answer: ({ context, settings, input }) => tokenOf(context, settings, idOf(input, 'token')),
  },
  {
    method: 'GET',
    path: `${PATH}/requests`,
    summary: text('Open311 查询上报', 'Open311 requests'),
    throttle: LOOKS,
    arguments: ['service_request_id', 'service_code', 'start_date', 'end_date', 'status'],
    root: 'service_requests',
    answer: ({ context, settings, asked }, origin) => requestsOf(context, settings, asked, origin),
  },
  {
    method: 'GET',
    path: `${PATH}/requests/:id`,
    summary: text('Open311 一件上报', 'Open311 one request'),
    throttle: LOOKS,
    root: 'service_requests',
    answer: ({ context, settings, input }, origin) => requestOf(context, settings, idOf(input, 'id'), origin),
  },
]

/** Open311 GeoReport v2 at `/api/city/open311/v2`. */
export const open311Routes: readonly Route[] = [...METHODS.map(speak), photoRoute]
