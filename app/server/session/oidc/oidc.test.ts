import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer as createHttp, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import OpenIdProvider from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listEvents } from '../../../../kernel/access/index.ts'
import { testZone } from '../../../../test/zone.ts'
import { createServer } from '../../server.ts'
import { type Browser, openBrowser, person } from '../browser.fixture.ts'
import { type OidcSettings, oidcSettings } from './settings.ts'

const test = testZone({ real: true })
const SECRET = 'a-secret-of-this-test-alone'
const REDIRECT = 'http://localhost/sign-in/callback'

/** Who sits at the provider, and whether they agree. */
let visitor = 'chen'
let agrees = true
let http: Server
let issuer = ''
let server: FastifyInstance
const servers: FastifyInstance[] = []

beforeAll(async () => {
  http = createHttp((request, response) => void handle(request, response))
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready))
  issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const provider = new OpenIdProvider(issuer, {
    clients: [
      {
        client_id: 'gaoxin',
        client_secret: SECRET,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [REDIRECT],
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'staff_number'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: async () => ({
        sub: id,
        name: `Name of ${id}`,
        staff_number: `N-${id}`,
        email: `${id}@zone.example`,
        email_verified: id === 'verified',
      }),
    }),
    // Nobody is asked for consent: the provider is the zone's own.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client!.clientId,
        accountId: oidc.session!.accountId!,
      })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })
  const callback = provider.callback()
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response)
    await provider.interactionFinished(
      request,
      response,
      agrees ? { login: { accountId: visitor } } : { error: 'access_denied' },
    )
  }
  server = await serve()
})
afterAll(async () => {
  for (const one of servers) await one.close()
  await new Promise((done) => http.close(done))
})

async function serve(change: Partial<OidcSettings> = {}, trustProxy?: string): Promise<FastifyInstance> {
  const oidc = {
    issuer,
    client: 'gaoxin',
    secret: SECRET,
    claim: 'sub',
    create: false,
    name: '甬政统一认证',
    ...change,
  }
  const made = await createServer(test.zone, { oidc, ...(trustProxy ? { trustProxy } : {}) })
  servers.push(made)
  return made
}

/** To the provider and back, as a browser goes: its cookies, its redirects. @returns the query it comes back with */
async function visit(url: string): Promise<string> {
  const cookies = new Map<string, string>()
  for (let at = url; ; ) {
    const answer = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      cookies.set(name!, value!)
    }
    const next = answer.headers.get('location')
    if (!next) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`)
    at = new URL(next, at).href
    if (at.startsWith(REDIRECT)) return new URL(at).search
  }
}

async function enter(browser: Browser) {
  const { url } = (await browser.post('/api/session/oidc/start')).json()
  return browser.post('/api/session/oidc/finish', { search: await visit(url) })
}
const current = async (browser: Browser) => (await browser.get('/api/session')).json().person

describe('signing in with an identity provider', () => {
  it('lets in whose login name the claim holds, and asks nothing more', async () => {
    await person(test.zone.context(), 'chen', { role: 'leader', temporary: true })
    visitor = 'chen'
    const browser = openBrowser(server)
    expect((await browser.get('/api/session')).json().provider).toBe('甬政统一认证')
    expect((await enter(browser)).statusCode).toBe(200)
    expect(await current(browser)).toMatchObject({
      login: 'chen',
      by: 'oidc',
      mustChange: false,
      acting: { role: 'leader' },
    })
    const [event] = await listEvents(test.zone.store.db, { limit: 1 })
    expect(event).toMatchObject({ kind: 'signed-in', why: 'oidc' })
  })

  it('by another claim, which the provider tells when it is asked', async () => {
    await person(test.zone.context(), 'N-Li', { role: 'officer' })
    visitor = 'Li'
    const browser = openBrowser(await serve({ claim: 'staff_number' }))
    expect((await enter(browser)).statusCode).toBe(200)
    expect(await current(browser)).toMatchObject({ login: 'n-li' })
  })

  it('by e-mail only where it is verified', async () => {
    const mail = await serve({ claim: 'email', create: true })
    visitor = 'anybody'
    expect((await enter(openBrowser(mail))).json()).toMatchObject({ code: 'OIDC_CLAIM', place: 'email' })
    visitor = 'verified'
    expect((await enter(openBrowser(mail))).statusCode).toBe(200)
  })

  it('opens no account, unless that was configured; then one without a post', async () => {
    visitor = 'stranger'
    const answer = await enter(openBrowser(server))
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'LOGIN_UNKNOWN'])
    const browser = openBrowser(await serve({ create: true }))
    await enter(browser)
    expect(await current(browser)).toMatchObject({
      login: 'stranger',
      display: 'Name of stranger',
      posts: [],
      acting: { role: 'visitor' },
    })
    expect((await browser.get('/api/access/accounts')).statusCode).toBe(403)
  })
})

describe('what came back', () => {
  it('is taken once, in the browser that began, and only whole', async () => {
    visitor = 'chen'
    const [browser, other] = [openBrowser(server), openBrowser(server)]
    const finish = (one: Browser, search: string) => one.post('/api/session/oidc/finish', { search })
    const { url } = (await browser.post('/api/session/oidc/start')).json()
    expect(url).toMatch(/code_challenge_method=S256/)
    const search = await visit(url)
    expect((await finish(other, search)).json().code).toBe('OIDC_FLOW')
    await other.post('/api/session/oidc/start')
    expect((await finish(other, search)).json().code).toBe('OIDC_REFUSED')
    expect((await finish(browser, search)).statusCode).toBe(200)
    expect((await finish(browser, search)).json().code).toBe('OIDC_FLOW')
    const third = openBrowser(server)
    const begun = (await third.post('/api/session/oidc/start')).json()
    const altered = (await visit(begun.url)).replace(/code=[^&]+/, 'code=other')
    expect((await finish(third, altered)).json().code).toBe('OIDC_REFUSED')
    expect(await current(third)).toBeNull()
  })

  it('is remembered in a cookie that no neighbour can plant', async () => {
    const behind = await serve({}, '127.0.0.1')
    const browser = openBrowser(behind, { headers: { 'x-forwarded-proto': 'https' } })
    const begun = await browser.post('/api/session/oidc/start')
    expect(begun.headers['set-cookie']).toMatch(
      /^__Host-gaoxin-oidc=[\w.-]+; Path=\/; SameSite=Strict; Secure; HttpOnly; Max-Age=600$/,
    )
    const flow = browser.cookies.get('__Host-gaoxin-oidc')!
    browser.cookies.clear()
    browser.cookies.set('gaoxin-oidc', flow)
    const answer = await browser.post('/api/session/oidc/finish', { search: '?code=a&state=b' })
    expect(answer.json().code).toBe('OIDC_FLOW')
  })

  it('is a refusal where the person or the provider refuses', async () => {
    agrees = false
    const answer = await enter(openBrowser(server))
    agrees = true
    expect([answer.statusCode, answer.json()]).toMatchObject([
      401,
      { code: 'OIDC_REFUSED', value: 'access_denied' },
    ])
  })
})

it('a provider that is away is said to be, and asked again by the next person', async () => {
  const away = await serve({ issuer: `${issuer}/elsewhere` })
  const answer = await openBrowser(away).post('/api/session/oidc/start')
  expect(answer.statusCode).toBe(503)
  expect(answer.json()).toMatchObject({
    code: 'OIDC_DISCOVERY',
    value: `${issuer}/elsewhere`,
    place: 'issuer',
  })
})

describe('its settings', () => {
  const GIVEN = { GAOXIN_OIDC_ISSUER: 'https://id.zone.example', GAOXIN_OIDC_CLIENT: 'gaoxin' }

  it('come from the environment, the secret from it or from a file', async () => {
    expect(await oidcSettings({})).toBeUndefined()
    expect(await oidcSettings({ ...GIVEN, GAOXIN_OIDC_SECRET: 'x' })).toEqual({
      issuer: 'https://id.zone.example',
      client: 'gaoxin',
      secret: 'x',
      claim: 'sub',
      create: false,
      name: 'id.zone.example',
    })
    const folder = await mkdtemp(join(tmpdir(), 'gaoxin-oidc-'))
    await writeFile(join(folder, 'secret'), 'from a file\n')
    const read = await oidcSettings({ ...GIVEN, GAOXIN_OIDC_SECRET_FILE: join(folder, 'secret') })
    expect(read?.secret).toBe('from a file')
    await rm(folder, { recursive: true })
  })

  it.each([
    ['GAOXIN_OIDC_ISSUER', 'http://id.zone.example'],
    ['GAOXIN_OIDC_ISSUER', 'id.zone.example'],
    ['GAOXIN_OIDC_CLIENT', ''],
    ['GAOXIN_OIDC_CREATE', 'maybe'],
    ['GAOXIN_OIDC_SECRET_FILE', '/nowhere/secret'],
  ])('%s=%s is refused', async (name, value) => {
    await expect(oidcSettings({ ...GIVEN, [name]: value })).rejects.toMatchObject({
      code: 'OIDC_SETTINGS',
      place: name,
    })
  })
})
