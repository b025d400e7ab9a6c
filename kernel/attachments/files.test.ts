import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startS3 } from '../../test/s3.ts'
import { testZone } from '../../test/zone.ts'
import type { Actor } from '../access/actor.ts'
import { GaoxinError } from '../errors.ts'
import { verifyHistory, writeSettings } from '../store/index.ts'
import type { Context } from '../system.ts'
import {
  type Attachments,
  addFile,
  claimFile,
  fileOf,
  filesOf,
  type Owner,
  openAttachments,
  openFile,
  removeFile,
  sweep,
} from './index.ts'

const test = testZone({ systems: [] })
let s3: Awaited<ReturnType<typeof startS3>>
beforeAll(async () => {
  s3 = await startS3()
})
afterAll(() => s3.stop())

let rows = 0
const row = (): Owner => ({ record: 'trial.things', row: String(rows++) })
let attachments: Attachments
const context = (actor?: Actor): Context => ({ ...test.zone.context(actor), attachments })
/** A day later, or more. */
const later = (days: number): Context => {
  const base = context()
  const now = new Date(Date.now() + days * 86_400_000).toISOString()
  return {
    ...base,
    now: () => now,
    transaction: (work, why) => base.transaction((inside) => work({ ...inside, now: () => now }), why),
  }
}
async function* pieces(bytes: Uint8Array, size = 50_000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const text = (words: string) => Buffer.from(words)
const contents = async (hash: string) =>
  (
    await sql<{
      unused_since: string | null
      stored: boolean
    }>`select stored, unused_since from attachments.contents where id = ${hash}`.execute(test.zone.store.db)
  ).rows

describe.each(['postgres', 's3'] as const)('kept in %s', (kind) => {
  beforeAll(() => {
    attachments = openAttachments(test.zone.store.db, kind === 's3' ? s3.options : undefined)
  })
  const add = (owner: Owner | undefined, bytes: Buffer, name = '附件.txt', who = context()) =>
    addFile(who, owner, { name, body: pieces(bytes) })
  const read = async (owner: Owner, id: string) =>
    buffer(await openFile(context(), await fileOf(context(), owner, id)))

  it('what goes in comes out byte for byte, under its true hash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4000 }), fc.nat(200), async (noise, times) => {
        // A picture by its first bytes; what follows is any bytes, across the borders of chunks.
        const bytes = Buffer.concat([
          Buffer.from('ffd8ffe0', 'hex'),
          ...Array.from({ length: times }, () => noise),
        ])
        const owner = row()
        const file = await add(owner, bytes)
        expect(file).toMatchObject({
          size: bytes.length,
          content: createHash('sha256').update(bytes).digest('hex'),
          content_type: 'image/jpeg',
        })
        expect((await read(owner, file.id)).equals(bytes)).toBe(true)
      }),
      { numRuns: 25, seed: 7 },
    )
  })

  it('the same content is kept once, for as long as any file holds it', async () => {
    const [one, two, bytes] = [row(), row(), text(`同一份内容 ${kind}`)]
    const first = await add(one, bytes, '甲.txt')
    const second = await add(two, bytes, '乙.txt')
    expect(second.content).toBe(first.content)
    await removeFile(context(), one, first.id)
    expect(await filesOf(context(), one)).toEqual([])
    await sweep(later(1000))
    expect(await read(two, second.id)).toEqual(bytes)
  })

  it('what is removed stays in the history, and its bytes until they are swept', async () => {
    const owner = row()
    const file = await add(owner, text(`删去的一份 ${kind}`))
    await removeFile(context(), owner, file.id)
    await expect(fileOf(context(), owner, file.id)).rejects.toMatchObject({ code: 'ATTACHMENT_NOT_FOUND' })
    const { rows: history } = await sql<{
      before: { content: string } | null
    }>`select before from audit.changes
      where record = 'attachments.files' and row_id = ${file.id} order by seq`.execute(test.zone.store.db)
    expect(history.map(({ before }) => before?.content)).toEqual([undefined, file.content])
    await sweep(later(100))
    expect(await contents(file.content)).toMatchObject([{ stored: true }])
    await sweep(later(200))
    expect(await contents(file.content)).toEqual([])
    await expect(attachments.current.open(file.content)).rejects.toMatchObject({ code: 'ATTACHMENT_STORE' })
  })

  it('bytes whose transaction was rolled back are swept, and may be sent again', async () => {
    const bytes = text(`写到一半 ${kind}`)
    const broken: Context = { ...context(), transaction: () => Promise.reject(new Error('cut off')) }
    await expect(add(row(), bytes, 'a.txt', broken)).rejects.toThrow('cut off')
    const hash = createHash('sha256').update(bytes).digest('hex')
    expect(await contents(hash)).toMatchObject([{ stored: true, unused_since: expect.any(String) }])
    await sweep(later(200))
    expect(await contents(hash)).toEqual([])
    const owner = row()
    expect(await read(owner, (await add(owner, bytes)).id)).toEqual(bytes)
  })

  it('a sweep that was cut short leaves nothing that a file points at in vain', async () => {
    const bytes = text(`扫到一半 ${kind}`)
    const owner = row()
    const file = await add(owner, bytes)
    await removeFile(context(), owner, file.id)
    const stuck: Attachments = {
      ...attachments,
      store: (id) => ({
        ...attachments.store(id),
        remove: async (hash) => {
          await attachments.store(id).remove(hash)
          throw new Error('killed')
        },
      }),
    }
    await expect(sweep({ ...later(200), attachments: stuck })).rejects.toThrow('killed')
    const again = await add(owner, bytes)
    expect(await read(owner, again.id)).toEqual(bytes)
  })

  it('a file waits for its row, for whoever sent it only, and not for ever', async () => {
    const officer: Actor = { id: 'officer-finance', name: '', role: 'officer', office: 'finance' }
    const waiting = await add(undefined, text(`先传的一份 ${kind}`), '先传.txt', context(officer))
    const owner = row()
    await expect(claimFile(context(), waiting.id, owner)).rejects.toMatchObject({
      code: 'ATTACHMENT_NOT_FOUND',
    })
    await claimFile(context(officer), waiting.id, owner)
    expect((await filesOf(context(), owner)).map(({ name }) => name)).toEqual(['先传.txt'])
    const forgotten = await add(undefined, text(`没人要的一份 ${kind}`))
    await sweep(later(2))
    expect(await contents(forgotten.content)).toMatchObject([{ unused_since: expect.any(String) }])
    expect(await filesOf(context(), owner)).toHaveLength(1)
  })
})

describe('limits', () => {
  const add = (owner: Owner, bytes: Buffer) =>
    addFile(context(), owner, { name: 'a.txt', body: pieces(bytes) })
  const limit = (settings: Record<string, string>) =>
    writeSettings(
      test.zone.store.db,
      Object.fromEntries(Object.entries(settings).map(([key, value]) => [`attachments.${key}`, value])),
    )
  beforeAll(() => {
    attachments = openAttachments(test.zone.store.db)
    return limit({ fileBytes: '100', rowFiles: '2', rowBytes: '150' })
  })

  it('of a file, empty ones refused; what is too large is not read to its end', async () => {
    await expect(add(row(), text(''))).rejects.toMatchObject({ code: 'ATTACHMENT_EMPTY' })
    await expect(add(row(), text('x'.repeat(101)))).rejects.toMatchObject({
      code: 'ATTACHMENT_TOO_LARGE',
      status: 413,
    })
    let read = 0
    const endless = async function* () {
      for (;;) {
        read++
        yield text('x'.repeat(60))
      }
    }
    await expect(addFile(context(), row(), { name: 'a.txt', body: endless() })).rejects.toMatchObject({
      code: 'ATTACHMENT_TOO_LARGE',
    })
    expect(read).toBeLessThan(10)
    await add(row(), text('x'.repeat(100)))
  })

  it('of a row, by number and by size, also when files are sent at once', async () => {
    const bySize = row()
    await add(bySize, text('x'.repeat(90)))
    await expect(add(bySize, text('y'.repeat(61)))).rejects.toMatchObject({ code: 'ATTACHMENT_ROW_FULL' })
    const byNumber = row()
    const sent = await Promise.allSettled(['一', '二', '三', '四'].map((words) => add(byNumber, text(words))))
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    expect(await filesOf(context(), byNumber)).toHaveLength(2)
  })
})

it('a store that does not answer is told, and nothing is kept with the row', async () => {
  const owner = row()
  const lost = openAttachments(test.zone.store.db, { ...s3.options, keyId: 'nobody' })
  const sending = addFile({ ...context(), attachments: lost }, owner, {
    name: 'a.txt',
    body: pieces(text('无处可存')),
  })
  await expect(sending).rejects.toBeInstanceOf(GaoxinError)
  await expect(sending).rejects.toMatchObject({ code: 'ATTACHMENT_STORE', status: 503 })
  expect(await filesOf(context(), owner)).toEqual([])
})

it('the history of files is sealed like any other', async () => {
  expect((await verifyHistory(test.zone.store.db, ['attachments.files'])).findings).toEqual([])
})
