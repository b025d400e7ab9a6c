import { afterAll, beforeAll, expect, it } from 'vitest'
import { testVault } from '../../test/vault.ts'
import { testDatabase } from '../../test/zone.ts'
import { createServer } from '../server/server.ts'
import { openBrowser } from '../server/session/browser.fixture.ts'
import { openZone, type Zone, type ZoneOptions } from '../zone.ts'
import { accountCreate, accountReset } from './account.ts'

const database = testDatabase()
const open = (whenNew: NonNullable<ZoneOptions['whenNew']>) =>
  openZone({ url: database.url, folder: '', vault: testVault, whenNew })
let zone: Zone
const printed: string[] = []
const io = {
  language: 'en' as const,
  print: (line: string) => void printed.push(line),
  write: async () => {},
}
const password = () => /^One-time password: (\S+)$/m.exec(printed.splice(0).join('\n'))?.[1] ?? ''
const NEW = { kind: 'officer', office: 'committee' }

beforeAll(async () => {
  await expect(open('refuse')).rejects.toMatchObject({ code: 'ZONE_NONE' })
  zone = await open('empty')
})
afterAll(() => zone.close())

it('a zone for real data is empty, and stays what it is', async () => {
  expect(zone.demonstration).toBe(false)
  const again = await open('empty')
  expect(again.demonstration).toBe(false)
  await again.close()
  const server = await createServer(zone)
  const meta = (await server.inject('/api/meta')).json()
  expect(meta).toMatchObject({ zone: { demonstration: false }, actor: { role: 'visitor' }, people: [] })
  expect(meta.offices.map(({ id }: { id: string }) => id)).toEqual(['committee'])
  await server.close()
})

it('its first account is made at the machine: a one-time password that must be changed', async () => {
  await accountCreate(zone, io, 'Wang', { ...NEW, role: 'security', name: '王安' })
  const server = await createServer(zone)
  const browser = openBrowser(server)
  const first = password()
  expect((await browser.signIn('wang', first)).statusCode).toBe(200)
  expect((await browser.get('/api/session')).json().person).toMatchObject({
    display: '王安',
    mustChange: true,
    posts: [{ role: 'security' }],
  })
  for (let n = 0; n < 5; n++) await openBrowser(server).signIn('wang', 'x')
  await accountReset(zone, io, 'wang', {})
  const second = password()
  expect(second).not.toBe(first)
  expect((await browser.get('/api/session')).json().person).toBeNull()
  expect((await browser.signIn('wang', first)).json().code).toBe('LOGIN_WRONG')
  expect((await browser.signIn('wang', second)).statusCode).toBe(200)
  await server.close()
})

it('says what is wrong, and then leaves nothing behind', async () => {
  await expect(accountCreate(zone, io, 'li', { ...NEW, role: 'king' })).rejects.toMatchObject({
    code: 'ACCOUNT_ARGUMENT',
    place: '--role',
  })
  await expect(
    accountCreate(zone, io, 'li', { kind: 'officer', office: 'nowhere', role: 'audit' }),
  ).rejects.toMatchObject({ code: 'POST_OFFICE' })
  await expect(accountReset(zone, io, 'li', {})).rejects.toMatchObject({ code: 'ACCOUNT_UNKNOWN' })
  expect(printed).toEqual([])
})
