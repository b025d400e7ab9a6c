import { createHash } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { encode } from 'uqr'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadReport } from '../../../engines/report/index.ts'
import type { Actor, Role } from '../../../kernel/access/actor.ts'
import { testZone } from '../../../test/zone.ts'
import { pointsCommand } from '../commands.ts'
import points from '../index.ts'
import { pdfOf, widthOf } from './pdf.ts'
import { isGenuine, keyNamedIn, newSigningKey, signed } from './sign.ts'

const opened = testZone()
const actor = (role: Role, more: Partial<Actor> = {}): Actor => ({
  id: role,
  name: role,
  role,
  office: '',
  ...more,
})
async function call<T>(method: string, path: string, given: object, who: Actor) {
  const route = points.routes!.find((one) => one.path === path && one.method === method)!
  expect(route.allow === 'anyone' || route.allow.includes(who.role)).toBe(true)
  return (await route.handle(opened.zone.context(who), route.input.parse(given))) as T
}
const BANK = actor('visitor')
let own: Actor
let enterprise: string
beforeAll(async () => {
  const { rows } = await sql<{ enterprise: string; told_to: string }>`
    select enterprise, told_to from points.scores where round = 'points-round-2024-10' and rank = 1 order by id limit 1`.execute(
    opened.zone.store.db,
  )
  enterprise = rows[0]!.enterprise
  own = actor('enterprise', { enterprise: rows[0]!.told_to })
})
const issue = async () => {
  const { id } = await call<{ id: string }>(
    'POST',
    '/sheets',
    { enterprise, recipient: '示例银行高新支行' },
    own,
  )
  const { body } = await call<{ body: Buffer }>('GET', '/sheets/:id/pdf', { id }, own)
  return { id, file: body }
}
const check = (code: string, digest?: string) =>
  call<{ state: string; content: { name: string; total: string; sample: boolean } }>(
    'GET',
    '/check/:code',
    { code, digest },
    BANK,
  )
const digestOf = (file: Buffer) => createHash('sha256').update(file).digest('hex')

describe('a score sheet', () => {
  it('is issued by the enterprise itself, signed to the byte, and no other’s', async () => {
    const { id, file } = await issue()
    const { keys } = await call<{ keys: { id: string; publicKey: string }[] }>('GET', '/keys', {}, BANK)
    const key = keys.find((one) => one.id === keyNamedIn(file))!
    expect(isGenuine(file, key.publicKey)).toBe(true)
    for (const at of [9, 700, file.length - 30]) {
      const altered = Buffer.from(file)
      altered[at] = altered[at]! ^ 1
      expect(isGenuine(altered, key.publicKey)).toBe(false)
    }
    const other = { ...own, enterprise: '91330201MA2AGXDX0A' }
    const gone = { status: 404 }
    await expect(call('POST', '/sheets', { enterprise, recipient: '银行' }, other)).rejects.toMatchObject(
      gone,
    )
    await expect(call('GET', '/sheets/:id/pdf', { id }, other)).rejects.toMatchObject(gone)
    await expect(call('POST', '/sheets/:id/revoke', { id }, other)).rejects.toMatchObject(gone)
    expect((await call<{ sheets: object[] }>('GET', '/sheets', {}, other)).sheets).toEqual([])
  })

  it('says in Chinese who scored what, and that a sample proves nothing', async () => {
    const { id, file } = await issue()
    const { content } = await check(id)
    const { text } = await loadReport(new Uint8Array(file), 'sheet.pdf')
    for (const word of [
      '企业创新积分单',
      content.name,
      '示例，不作为凭证',
      '示例银行高新支行',
      id,
      '研发费用金额',
    ])
      expect(text.replace(/\s/g, '')).toContain(word.replace(/\s/g, ''))
    expect(content.sample).toBe(true)
  })

  it('has its code as a QR code, drawn module by module', async () => {
    const { id, file } = await issue()
    const { data } = encode(id, { ecc: 'M', border: 0 })
    const side = 76 / data.length
    const drawn = [...file.toString('latin1').matchAll(/([\d.]+) ([\d.]+) ([\d.]+) [\d.]+ re/g)].map(
      (found) => found.slice(1).map(Number),
    )
    // Each module's middle lies in a rectangle just when it is dark.
    const isDark = (down: number, right: number) => {
      const [x, y] = [539 - 76 + (right + 0.5) * side, 842 - 156 - (down + 0.5) * side]
      return drawn.some(
        ([from, low, width]) => x > from! && x < from! + width! && y > low! && y < low! + side,
      )
    }
    expect(data.map((row, down) => row.map((_, right) => isDark(down, right)))).toEqual(data)
  })

  it('is told to whoever holds its code: valid, changed, superseded, revoked', async () => {
    const { id, file } = await issue()
    expect((await check(id.toLowerCase(), digestOf(file))).state).toBe('valid')
    expect((await check(id, digestOf(Buffer.concat([file, Buffer.from(' ')])))).state).toBe('changed')
    const add = (more: number) =>
      opened.zone.context().transaction(({ db }) =>
        sql`update points.scores set total = total + ${more}
        where enterprise = ${enterprise} and round = 'points-round-2024-10'`.execute(db),
      )
    await add(1)
    expect((await check(id)).state).toBe('superseded')
    await add(-1)
    await call('POST', '/sheets/:id/revoke', { id }, own)
    expect((await check(id)).state).toBe('revoked')
    await expect(check('0'.repeat(32))).rejects.toMatchObject({ status: 404 })
  })

  it('is checked at the command line', async () => {
    const { file } = await issue()
    const folder = await mkdtemp(join(tmpdir(), 'sheet-'))
    const run = async (body: Buffer) => {
      const path = join(folder, 'sheet.pdf')
      await writeFile(path, body)
      const lines: string[] = []
      const io = {
        language: 'en' as const,
        print: (line: string) => void lines.push(line),
        write: async () => {},
      }
      return [await pointsCommand.run(opened.zone.context(), {}, io, ['check', path]), lines[0]]
    }
    expect(await run(file)).toEqual([0, expect.stringMatching(/^Valid: /)])
    expect(await run(Buffer.from(file.toString('latin1').replace('Tj', 'TJ'), 'latin1'))).toEqual([
      1,
      expect.stringMatching(/^Not valid/),
    ])
  })
})

describe('the key that signs', () => {
  it('lies encrypted in the database and is told by no route', async () => {
    await issue()
    const { rows } = await sql<{ secret: string }>`select secret from points.keys`.execute(
      opened.zone.store.db,
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]!.secret).toMatch(/^v1\./)
    const { keys } = await call<{ keys: object[] }>('GET', '/keys', {}, BANK)
    expect(Object.keys(keys[0]!)).toEqual(['id', 'publicKey'])
  })
  it('is another’s for another key', () => {
    const [one, two] = [newSigningKey(), newSigningKey()]
    const file = signed(Buffer.from('x'), one)
    expect([
      isGenuine(file, one.publicKey),
      isGenuine(file, two.publicKey),
      isGenuine(Buffer.from('x'), one.publicKey),
    ]).toEqual([true, false, false])
  })
})

it('a line that ends at a place begins as far before it as it is wide', () => {
  expect(widthOf('分 12', 10)).toBeCloseTo(10 + 2.78 + 5.56 * 2)
  const file = pdfOf('题', [{ x: 100, y: 100, size: 10, text: '分(1)', right: true }], []).toString('latin1')
  expect(file).toContain('(\\(1\\)) Tj')
  expect(file.slice(Number(/startxref\n(\d+)/.exec(file)![1])).startsWith('xref')).toBe(true)
})
