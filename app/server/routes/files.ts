import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { permitFor, type Verb } from '../../../kernel/access/grants.ts'
import {
  addFile,
  type FileRow,
  fileOf,
  filesOf,
  KNOWN_TYPES,
  type Owner,
  openFile,
  readLimits,
  removeFile,
} from '../../../kernel/attachments/index.ts'
import { getRow, notFound, type RecordDefinition } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import type { Zone } from '../../zone.ts'
import { actorOf, demonstrationPeople } from '../actors.ts'
import { permitted, recordIn } from './records.ts'

const inPath = z.object({
  system: z.string().max(100),
  record: z.string().max(100),
  id: z.string().max(200),
  file: z.string().max(100).optional(),
})

/** Nothing that a file holds may run, ask for anything or stand in a page. */
const FILE_POLICY =
  "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"

/**
 * Files of a row, by the rights to the row: who may read it reads them, who may change it adds and removes.
 */
export const registerFiles = (server: FastifyInstance, zone: Zone): Promise<void> =>
  Promise.resolve(
    server.register(async (files) => {
      // What is sent is told by its content; what its sender calls it is not even parsed.
      files.removeAllContentTypeParsers()
      files.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
      const base = '/api/records/:system/:record/:id/files'
      files.get(base, describe('附件列表', 'Files of a row'), (request) => list(zone, request))
      files.post(base, describe('上传附件', 'Attach a file: its bytes are the body'), (request) =>
        add(zone, request),
      )
      files.get(`${base}/:file`, describe('下载附件', 'Download a file'), (request, reply) =>
        send(zone, request, reply),
      )
      files.delete(`${base}/:file`, describe('删除附件', 'Remove a file'), (request) => remove(zone, request))
    }),
  ).then(() => undefined)

const describe = (zh: string, en: string) => ({ schema: { tags: ['公共 Kernel'], summary: `${zh} · ${en}` } })

interface Seen {
  readonly context: Context
  readonly record: RecordDefinition
  readonly owner: Owner
  readonly file: string
}

/** The row, for somebody who may do this with it. @throws GaoxinError FORBIDDEN the same, row or not; RECORD_NOT_FOUND */
async function seen(zone: Zone, request: FastifyRequest, verb: Verb): Promise<Seen> {
  const { system, record: name, id, file = '' } = inPath.parse(request.params)
  const record = recordIn(zone, system, name)
  const context = zone.context(await actorOf(zone, request))
  for (const needed of new Set<Verb>(['read', verb])) await requireRow(context, record, id, needed)
  return { context, record, owner: { record: record.id, row: id }, file }
}

async function requireRow(context: Context, record: RecordDefinition, id: string, verb: Verb): Promise<void> {
  const { where } = permitted(record, context.actor, verb)
  if (!(await getRow(context.db, record, id, { where, vault: context.vault }))) throw notFound(record, id)
}

async function list(zone: Zone, request: FastifyRequest) {
  const { context, record, owner } = await seen(zone, request, 'read')
  const { fileBytes } = await readLimits(context.db)
  const names = new Map((await demonstrationPeople(zone)).map(({ id, name }) => [id, name]))
  return {
    mayChange: permitFor(record, context.actor, 'change') !== undefined,
    fileBytes,
    files: (await filesOf(context, owner)).map((file) => ({
      ...shown(file),
      addedBy: names.get(file.recorded_by) ?? file.recorded_by,
    })),
  }
}

const shown = ({ id, name, size, content, content_type: type, recorded_at, recorded_by }: FileRow) => ({
  id,
  name,
  size,
  sha256: content,
  type: KNOWN_TYPES[type]?.name ?? { zh: type, en: type },
  preview: KNOWN_TYPES[type]?.preview ?? null,
  addedAt: recorded_at,
  addedBy: recorded_by,
})

async function add(zone: Zone, request: FastifyRequest) {
  // Who may not is refused before the first byte is read.
  const { context, owner } = await seen(zone, request, 'change')
  const { name } = z.object({ name: z.string().min(1).max(500) }).parse(request.query)
  const body = (request.body ?? []) as AsyncIterable<Uint8Array>
  return shown(await addFile(context, owner, { name, body }))
}

async function send(zone: Zone, request: FastifyRequest, reply: FastifyReply) {
  const { context, owner, file: id } = await seen(zone, request, 'read')
  const { inline } = z.object({ inline: z.string().optional() }).parse(request.query)
  const file = await fileOf(context, owner, id)
  const body = await openFile(context, file)
  const how = inline !== undefined && KNOWN_TYPES[file.content_type]?.preview ? 'inline' : 'attachment'
  return reply
    .type(file.content_type)
    .headers({
      'content-length': file.size,
      'content-disposition': `${how}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': FILE_POLICY,
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    })
    .send(body)
}

async function remove(zone: Zone, request: FastifyRequest) {
  const { context, owner, file } = await seen(zone, request, 'change')
  await removeFile(context, owner, file)
  return { id: file }
}
