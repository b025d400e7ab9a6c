import * as oidc from 'openid-client'
import { GaoxinError } from '../../../../kernel/errors.ts'
import { text } from '../../../../kernel/text.ts'
import { isLoopback, type OidcSettings } from './settings.ts'

/** What has to be remembered while a person is at the provider. */
export interface Flow {
  readonly verifier: string
  readonly state: string
  readonly nonce: string
  readonly redirect: string
}

export interface Provider {
  readonly settings: OidcSettings
  /** Where to send the person. @throws GaoxinError OIDC_DISCOVERY */
  readonly begin: (redirect: string) => Promise<{ readonly url: string; readonly flow: Flow }>
  /**
   * Who came back, by the configured claim.
   * @param search the query with which the provider sent the person back
   * @throws GaoxinError OIDC_DISCOVERY, OIDC_REFUSED, OIDC_CLAIM
   */
  readonly finish: (
    flow: Flow,
    search: string,
  ) => Promise<{ readonly login: string; readonly display: string }>
}

/** Authorization code with PKCE. The provider's own description is fetched when it is first needed, and kept. */
export function createProvider(settings: OidcSettings): Provider {
  let known: Promise<oidc.Configuration> | undefined
  const configuration = async () => {
    known ??= discover(settings)
    return known.catch((cause: unknown) => {
      // A provider that was away is asked again by the next person.
      known = undefined
      throw undiscovered(settings, cause)
    })
  }
  return {
    settings,
    begin: async (redirect) => {
      const verifier = oidc.randomPKCECodeVerifier()
      const flow = { verifier, state: oidc.randomState(), nonce: oidc.randomNonce(), redirect }
      const url = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirect,
        scope: 'openid profile email',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: flow.state,
        nonce: flow.nonce,
      })
      return { url: url.href, flow }
    },
    finish: async ({ verifier, state, nonce, redirect }, search) => {
      const config = await configuration()
      const answer = new URL(redirect)
      answer.search = search
      const claims = await oidc
        .authorizationCodeGrant(config, answer, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        })
        .then((tokens) => allClaims(config, tokens, wantedBy(settings)))
        .catch((cause: unknown) => {
          throw refusedBy(cause)
        })
      return { login: nameIn(claims, settings.claim), display: displayIn(claims) }
    },
  }
}

const discover = ({ issuer, client, secret }: OidcSettings) =>
  oidc.discovery(new URL(issuer), client, undefined, secret ? oidc.ClientSecretPost(secret) : oidc.None(), {
    timeout: 10,
    execute: isLoopback(new URL(issuer)) ? [oidc.allowInsecureRequests] : [],
  })

type Claims = Readonly<Record<string, unknown>>

/** Those of the ID token; where one that is wanted is not among them, also those that the provider tells when asked. */
async function allClaims(
  config: oidc.Configuration,
  tokens: Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>,
  wanted: readonly string[],
): Promise<Claims> {
  const claims = tokens.claims()
  const isWhole = wanted.every((claim) => claims?.[claim] !== undefined)
  if (!claims || isWhole || !config.serverMetadata().userinfo_endpoint) return claims ?? {}
  return { ...(await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)), ...claims }
}

const wantedBy = ({ claim, create }: OidcSettings): readonly string[] => [
  claim,
  ...(claim === 'email' ? ['email_verified'] : []),
  ...(create ? ['name'] : []),
]

function nameIn(claims: Claims, claim: string): string {
  const value = claims[claim]
  // An address that nobody has verified is anybody's.
  const isGood =
    typeof value === 'string' && value !== '' && (claim !== 'email' || claims.email_verified === true)
  if (isGood) return value
  throw new GaoxinError(
    'OIDC_CLAIM',
    text(
      `统一身份认证没有给出可用的“${claim}”`,
      `The identity provider did not give a claim "${claim}" that can be used`,
    ),
    text('请联系系统管理员核对 GAOXIN_OIDC_CLAIM', 'Ask the system administrator to check GAOXIN_OIDC_CLAIM'),
    { place: claim, status: 403 },
  )
}

const displayIn = ({ name, preferred_username, sub }: Claims): string =>
  String(name ?? preferred_username ?? sub).slice(0, 100)

const undiscovered = ({ issuer }: OidcSettings, cause: unknown) =>
  new GaoxinError(
    'OIDC_DISCOVERY',
    text('连不上统一身份认证服务', 'The identity provider cannot be reached, or does not describe itself'),
    text(
      '可先用密码登录；请系统管理员核对 GAOXIN_OIDC_ISSUER 与网络',
      'Sign in by password meanwhile; the system administrator should check GAOXIN_OIDC_ISSUER and the network',
    ),
    { place: 'issuer', value: issuer, status: 503, cause },
  )

const refusedBy = (cause: unknown) =>
  new GaoxinError(
    'OIDC_REFUSED',
    text('统一身份认证没有通过', 'The identity provider did not confirm who you are'),
    text('请回到登录页重试', 'Go back to the sign-in page and try again'),
    {
      place: 'provider',
      // The provider's own code, such as access_denied.
      value: String((cause as { error?: unknown }).error ?? (cause as { code?: unknown }).code ?? 'unknown'),
      status: 401,
      cause,
    },
  )
