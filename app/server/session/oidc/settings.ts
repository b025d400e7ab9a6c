import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { GaoxinError } from '../../../../kernel/errors.ts'
import { text } from '../../../../kernel/text.ts'

/** An identity provider that recognises people for us (OpenID Connect). */
export interface OidcSettings {
  readonly issuer: string
  readonly client: string
  /** None: a client without a secret, which PKCE alone protects. */
  readonly secret?: string | undefined
  /** Which claim holds the login name; it must be one that people cannot change themselves. */
  readonly claim: string
  /** Whether people without an account get one, which has no post yet. */
  readonly create: boolean
  /** What the button says. */
  readonly name: string
}

type Environment = Readonly<Record<string, string | undefined>>

const shape = z.object({
  issuer: z.url().refine((given) => isSafe(given), 'https, or this machine itself'),
  client: z.string().min(1),
  claim: z.string().min(1),
  create: z.enum(['yes', 'no']),
  name: z.string().min(1).max(40),
})

/** Plain http never leaves this machine. */
export const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
const isSafe = (given: string): boolean => {
  if (!URL.canParse(given)) return false
  const url = new URL(given)
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))
}

/**
 * Reads GAOXIN_OIDC_*; undefined when no issuer is named. The secret comes from the environment or a file and is
 * kept nowhere.
 * @throws GaoxinError OIDC_SETTINGS, which names the variable and never tells a secret
 */
export async function oidcSettings(environment: Environment): Promise<OidcSettings | undefined> {
  const { GAOXIN_OIDC_ISSUER: issuer, GAOXIN_OIDC_SECRET_FILE: file } = environment
  if (!issuer) return undefined
  const result = shape.safeParse({
    issuer,
    client: environment.GAOXIN_OIDC_CLIENT,
    claim: environment.GAOXIN_OIDC_CLAIM || 'sub',
    create: environment.GAOXIN_OIDC_CREATE || 'no',
    name: environment.GAOXIN_OIDC_NAME || new URL(URL.canParse(issuer) ? issuer : 'x:x').host || issuer,
  })
  if (!result.success) {
    const variable = `GAOXIN_OIDC_${String(result.error.issues[0]?.path[0]).toUpperCase()}`
    throw wrong(variable, environment[variable])
  }
  const secret = file ? await readSecret(file) : environment.GAOXIN_OIDC_SECRET || undefined
  return { ...result.data, create: result.data.create === 'yes', secret }
}

const readSecret = async (file: string): Promise<string> => {
  const body = await readFile(file, 'utf8').catch(() => {
    throw wrong('GAOXIN_OIDC_SECRET_FILE', file)
  })
  return body.trim()
}

const wrong = (place: string, value: string | undefined) =>
  new GaoxinError(
    'OIDC_SETTINGS',
    text(
      `统一身份认证的设置 ${place} 不合要求`,
      `The setting ${place} of the identity provider does not fit`,
    ),
    text(
      '请核对 README 中 GAOXIN_OIDC_ 各项；地址须为 https',
      'Check GAOXIN_OIDC_… in the README; addresses must be https',
    ),
    { place, value, status: 503 },
  )
