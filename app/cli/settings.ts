import { isIP } from 'node:net'
import type { S3Options } from '../../kernel/attachments/index.ts'
import { GaoxinError } from '../../kernel/errors.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { MqttOptions } from '../server/series/index.ts'
import type { ZoneOptions } from '../zone.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Which zone the environment names. @throws GaoxinError START_SCALE, START_S3 */
export const zoneOptions = (environment: Environment): ZoneOptions => ({
  url: environment.DATABASE_URL || undefined,
  folder: environment.GAOXIN_DATA || 'data',
  ...(environment.GAOXIN_KEYS ? { keys: environment.GAOXIN_KEYS } : {}),
  ...(environment.GAOXIN_SCALE ? { scale: scaleOf(environment.GAOXIN_SCALE) } : {}),
  s3: s3Of(environment),
})

const S3 = {
  endpoint: 'ENDPOINT',
  bucket: 'BUCKET',
  region: 'REGION',
  keyId: 'KEY_ID',
  secret: 'SECRET',
} as const

/** A store of attachments is told whole or not at all. @throws GaoxinError START_S3 */
function s3Of(environment: Environment): S3Options | undefined {
  const given = Object.entries(S3).map(([name, word]) => [name, environment[`GAOXIN_S3_${word}`]] as const)
  if (given.every(([, value]) => !value)) return undefined
  const options = Object.fromEntries(given) as unknown as S3Options
  const missing = given.find(([name, value]) => !value || (name === 'endpoint' && !URL.canParse(value)))
  if (!missing) return options
  const place = `GAOXIN_S3_${S3[missing[0] as keyof typeof S3]}`
  throw new GaoxinError(
    'START_S3',
    text('附件存储的设置不完整', 'The store of attachments is not told completely'),
    text(
      `请设好 ${place}，或把 GAOXIN_S3_* 全部去掉，附件便存入数据库`,
      `Set ${place}, or leave all of GAOXIN_S3_* out to keep attachments in the database`,
    ),
    { place },
  )
}

function scaleOf(value: string): number {
  const scale = Number(value)
  if (scale > 0 && scale <= 1000) return scale
  throw new GaoxinError(
    'START_SCALE',
    text(`演示规模“${value}”不是 0 到 1000 之间的数`, `The scale "${value}" is not a number up to 1000`),
    text(
      '请改正环境变量 GAOXIN_SCALE，如 10，或不设',
      'Mend the variable GAOXIN_SCALE, such as 10, or leave it out',
    ),
    { place: 'GAOXIN_SCALE', value },
  )
}

/** A port to listen on; 0 lets the system choose. @throws GaoxinError START_PORT */
export function portOf(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
  if (port <= 65_535) return port
  throw new GaoxinError(
    'START_PORT',
    text(`“${value}”不是端口`, `"${value}" is not a port`),
    text(
      '请用 --port 或环境变量 PORT 给出 0 到 65535 的整数，如 7700',
      'Give a whole number from 0 to 65535 with --port or the variable PORT, such as 7700',
    ),
    { place: '--port', value },
  )
}

/**
 * Addresses of the proxies in front of the server, which say where a request comes from and over what.
 * @throws GaoxinError START_PROXY
 */
export function trustedProxy({ GAOXIN_TRUST_PROXY: given }: Environment): string | undefined {
  if (!given) return undefined
  const isAddress = (one: string) => {
    const [address = '', bits, more] = one.trim().split('/')
    return isIP(address) !== 0 && more === undefined && (bits === undefined || /^\d{1,3}$/.test(bits))
  }
  if (given.split(',').every(isAddress)) return given
  throw new GaoxinError(
    'START_PROXY',
    text(`“${given}”不是代理服务器的地址`, `"${given}" is not the address of a proxy`),
    text(
      '请把环境变量 GAOXIN_TRUST_PROXY 设为代理服务器的 IP 或网段，如 10.0.0.5 或 10.0.0.0/24，逗号分隔',
      'Set GAOXIN_TRUST_PROXY to the address or network of the proxy, such as 10.0.0.5 or 10.0.0.0/24, comma-separated',
    ),
    { place: 'GAOXIN_TRUST_PROXY', value: given },
  )
}

/**
 * How devices reach the program by MQTT: the broker that GAOXIN_MQTT_URL names, else one of its own, on this machine alone
 * unless told otherwise; none where GAOXIN_MQTT_PORT is `off`.
 * @throws GaoxinError START_MQTT
 */
export function mqttOf(environment: Environment): MqttOptions | undefined {
  const {
    GAOXIN_MQTT_URL: url,
    GAOXIN_MQTT_PORT: port = '1883',
    GAOXIN_MQTT_HOST: host = '127.0.0.1',
  } = environment
  if (url) {
    if (/^mqtts?:$/.test(URL.canParse(url) ? new URL(url).protocol : ''))
      return { url, client: environment.GAOXIN_MQTT_CLIENT || 'gaoxin' }
    throw noMqtt(
      'GAOXIN_MQTT_URL',
      text(
        '请写成 mqtt://主机:1883 或 mqtts://主机:8883',
        'Write it as mqtt://host:1883 or mqtts://host:8883',
      ),
    )
  }
  if (port === 'off') return undefined
  if (/^\d{1,5}$/.test(port) && Number(port) <= 65_535) return { port: Number(port), host }
  throw noMqtt(
    'GAOXIN_MQTT_PORT',
    text('请给出 0 到 65535 的整数，或 off', 'Give a whole number from 0 to 65535, or off'),
  )
}

// The address may hold a password, so it is not shown.
const noMqtt = (place: string, remedy: Text) =>
  new GaoxinError(
    'START_MQTT',
    text('消息代理的设置不对', 'The setting of the broker does not fit'),
    remedy,
    { place },
  )

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

/** A person at a terminal sees trouble only; a service's log gets every request. @throws GaoxinError START_LOG */
export function logLevel({ GAOXIN_LOG: given }: Environment, atTerminal: boolean): string {
  if (!given) return atTerminal ? 'warn' : 'info'
  if (LOG_LEVELS.includes(given)) return given
  throw new GaoxinError(
    'START_LOG',
    text(`没有日志级别“${given}”`, `There is no log level "${given}"`),
    text(
      `请把环境变量 GAOXIN_LOG 设为 ${LOG_LEVELS.join('、')}`,
      `Set GAOXIN_LOG to ${LOG_LEVELS.join(', ')}`,
    ),
    { place: 'GAOXIN_LOG', value: given },
  )
}
