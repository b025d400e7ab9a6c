import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { GaoxinError } from '../../../kernel/errors.ts'
import { type Intake, type Outcome, type Read, readingsIn, slicesOf } from '../../../kernel/series/index.ts'
import { text } from '../../../kernel/text.ts'
import type { Zone } from '../../zone.ts'
import { deviceAtDoor } from './devices.ts'
import { Pace } from './pace.ts'

/** Requests of one device in a minute: who has more to say says more in one. */
const PACE = { most: 600, withinMs: 60_000 } as const
/** Bytes of a JSON document, which is held as a whole; NDJSON and CSV are taken as they come. */
const LONGEST_DOCUMENT = 8 * 1024 * 1024
const LINES = { 'application/x-ndjson': 'ndjson', 'text/csv': 'csv' } as const
const isLines = (type: string): type is keyof typeof LINES => type in LINES

/**
 * `POST /api/series/readings`, for devices and gateways: a JSON list of `{device, quantity, at, value}`, or the same line by
 * line as NDJSON or CSV; `Authorization: Bearer` and the key of the device. Answered when it is committed.
 */
export async function registerReadings(api: FastifyInstance, zone: Zone, intake: Intake): Promise<void> {
  const pace = new Pace(PACE.most, PACE.withinMs)
  await api.register(async (apart) => {
    apart.removeAllContentTypeParsers()
    apart.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    apart.post(
      '/api/series/readings',
      { schema: { hide: true }, bodyLimit: Number.MAX_SAFE_INTEGER },
      async (request, reply) => {
        const device = await senderOf(zone, request, reply)
        if (!pace.admits(device.id, Date.parse(zone.context().now()))) throw tooOften(reply)
        return takeBody(intake, device, request)
      },
    )
  })
}

async function senderOf(zone: Zone, request: FastifyRequest, reply: FastifyReply) {
  const [, key = ''] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? []
  const door = await deviceAtDoor(zone, key, request.ip)
  if ('device' in door) return door.device
  if (door.refused === 'throttled') throw tooOften(reply)
  reply.header('www-authenticate', 'Bearer')
  throw noKey()
}

async function takeBody(
  intake: Intake,
  device: { readonly id: string; readonly code: string },
  { headers, body }: FastifyRequest,
): Promise<Outcome> {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
  const bytes = body instanceof Readable ? body : Readable.from([])
  const total: { taken: number; refused: Record<string, number> } = { taken: 0, refused: {} }
  const take = async ({ sent, unreadable }: Read) => {
    const { taken, refused } = await intake.take({ device: device.id }, sent, unreadable)
    total.taken += taken
    for (const [reason, count] of Object.entries(refused))
      total.refused[reason] = (total.refused[reason] ?? 0) + count
  }
  try {
    if (isLines(type)) for await (const slice of slicesOf(bytes, LINES[type], device.code)) await take(slice)
    else await take(readingsIn(await documentIn(bytes), device.code))
  } catch (error) {
    if (error instanceof GaoxinError || !isUnreadable(error)) throw error
    throw unreadable(error)
  }
  return total
}

/** What the sender can mend: no JSON, no CSV, a line without end. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof SyntaxError ||
  error instanceof RangeError ||
  String((error as { code?: string }).code).startsWith('CSV_')

async function documentIn(bytes: Readable): Promise<unknown> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of bytes.iterator({ destroyOnReturn: false })) {
    length += (piece as Buffer).length
    if (length > LONGEST_DOCUMENT) throw tooLong()
    pieces.push(piece as Buffer)
  }
  return JSON.parse(Buffer.concat(pieces).toString('utf8'))
}

const tooLong = () =>
  new GaoxinError(
    'SERIES_SIZE',
    text('一次发来的 JSON 太大', 'The JSON document is too large'),
    text('请分批发送，或改用 NDJSON、CSV', 'Send it in parts, or as NDJSON or CSV'),
    { value: LONGEST_DOCUMENT, status: 413 },
  )

function tooOften(reply: FastifyReply): GaoxinError {
  reply.header('retry-after', 60)
  return new GaoxinError(
    'THROTTLED',
    text('请求太频繁', 'Too many requests'),
    text('请把多条数据并成一次发送', 'Put more readings into one request'),
    { status: 429 },
  )
}

const noKey = () =>
  new GaoxinError(
    'SERIES_KEY',
    text('设备密钥不对', 'This is no key of a device'),
    text(
      '请在 Authorization: Bearer 后写上 gaoxin series key 给出的密钥',
      'Write the key that gaoxin series key gave behind Authorization: Bearer',
    ),
    { place: 'authorization', status: 401 },
  )

const unreadable = (cause: unknown) =>
  new GaoxinError(
    'SERIES_UNREADABLE',
    text('无法识别发来的内容', 'What was sent cannot be read'),
    text(
      '请发送 JSON 数组、NDJSON 或带表头的 CSV，并注明 Content-Type；前面已收下的不必重发',
      'Send a JSON list, NDJSON or CSV with a line of names, and its Content-Type; what was taken before need not be sent again',
    ),
    { value: (cause as Error).message, status: 422, cause },
  )
