import { expect, it } from 'vitest'
import { GaoxinError } from '../../kernel/errors.ts'
import { logLevel, portOf, trustedProxy, zoneOptions } from './settings.ts'
import { startCommand } from './start.ts'

it('takes a port, 0 for any', () => {
  expect(['0', '7700', '65535'].map(portOf)).toEqual([0, 7700, 65535])
})

it.each(['', 'abc', '65536', '-1', '80.5', '1e3', ' 80'])('refuses port %j and says what is one', (port) => {
  expect(() => portOf(port)).toThrow(GaoxinError)
  try {
    portOf(port)
  } catch (error) {
    expect(error).toMatchObject({ code: 'START_PORT', place: '--port', value: port })
  }
})

it('refuses a port before the database is opened', async () => {
  const unopenable = { url: 'postgres://nobody@127.0.0.1:1/none', folder: '' }
  const io = { language: 'zh' as const, print: () => {}, write: async () => {} }
  await expect(startCommand(unopenable, { port: 'NaN', host: '127.0.0.1' }, io)).rejects.toMatchObject({
    code: 'START_PORT',
  })
})

it('reads the zone from the environment', () => {
  expect(zoneOptions({})).toEqual({ url: undefined, folder: 'data' })
  expect(zoneOptions({ GAOXIN_SCALE: '2.5', GAOXIN_DATA: 'x' })).toMatchObject({ folder: 'x', scale: 2.5 })
  for (const GAOXIN_SCALE of ['many', '0', '-1', '1e9', 'Infinity'])
    expect(() => zoneOptions({ GAOXIN_SCALE })).toThrow('START_SCALE')
})

it('logs what the environment asks for', () => {
  expect([logLevel({}, true), logLevel({}, false), logLevel({ GAOXIN_LOG: 'error' }, true)]).toEqual([
    'warn',
    'info',
    'error',
  ])
  expect(() => logLevel({ GAOXIN_LOG: 'loud' }, true)).toThrow('START_LOG')
})

it('believes a proxy that is named by its address, never everybody', () => {
  expect(trustedProxy({})).toBeUndefined()
  for (const given of ['10.0.0.5', '10.0.0.0/24, 10.1.0.1', '::1'])
    expect(trustedProxy({ GAOXIN_TRUST_PROXY: given })).toBe(given)
  for (const given of ['true', '1', 'proxy.example', '10.0.0.5,', '10.0.0.0/24/2'])
    expect(() => trustedProxy({ GAOXIN_TRUST_PROXY: given })).toThrow('START_PROXY')
})
