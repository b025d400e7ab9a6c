import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeSettings } from '../../kernel/store/index.ts'
import { testZone } from '../../test/zone.ts'
import { baseMapSetting } from './baseMap.ts'
import { createServer } from './server.ts'

const test = testZone()
let server: FastifyInstance
beforeAll(async () => {
  server = await createServer(test.zone)
  server.get('/a-page', (_request, reply) => reply.type('text/html').send('<!doctype html>'))
})
afterAll(() => server.close())

const KEY = '0123456789abcdef0123456789abcdef'
const say = (key: string) => writeSettings(test.zone.store.db, { [baseMapSetting.key]: key })
const policyOf = async (url: string) =>
  String((await server.inject({ url })).headers['content-security-policy'])
const hostsIn = (policy: string) => policy.match(/[a-z]+:\/\/[^\s;]+|\*[^\s;]*/g) ?? []
const ground = async () => (await server.inject({ url: '/api/ground' })).json()

it('by default no page may reach anything outside, and maps name nothing that is', async () => {
  for (const url of ['/a-page', '/api/ground', '/nowhere', '/openapi.json']) {
    const policy = await policyOf(url)
    expect(policy).toContain("default-src 'self'")
    expect(hostsIn(policy), url).toEqual([])
  }
  const { sample, tianditu } = await ground()
  expect(tianditu).toBeNull()
  expect(JSON.stringify(sample)).not.toContain('://')
})

it('with a key pages may reach the one host of the base map, and nothing else may', async () => {
  await say(KEY)
  const host = 'https://t0.tianditu.gov.cn'
  expect(new Set(hostsIn(await policyOf('/a-page')))).toEqual(new Set([host]))
  expect(hostsIn(await policyOf('/api/ground'))).toEqual([])
  const { tianditu } = await ground()
  for (const address of [...tianditu.zh, ...tianditu.en]) {
    expect(new URL(address).origin).toBe(host)
    expect(address).toContain(`tk=${KEY}`)
  }
  await say('')
  expect(hostsIn(await policyOf('/a-page'))).toEqual([])
})

it('what is no key is refused, and opens nothing where it stands there all the same', async () => {
  for (const wrong of ['abc', `${KEY}; script-src *`, KEY.toUpperCase()])
    expect(baseMapSetting.problem(wrong)).toBeDefined()
  expect(baseMapSetting.problem(KEY)).toBeUndefined()
  expect(baseMapSetting.problem('')).toBeUndefined()
  await say(`${KEY} https://elsewhere.example`)
  expect(hostsIn(await policyOf('/a-page'))).toEqual([])
  expect((await ground()).tianditu).toBeNull()
})
