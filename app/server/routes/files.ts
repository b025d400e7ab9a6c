import { z } from 'zod'
import { isWhole, permitFor, type Verb } from '../../../kernel/access/grants.ts'
import {
  addFile,
  fileOf,
  filesOf,
  KNOWN_TYPES,
  keptFile,
  type Owner,
  openFile,
  presentFile,
  readLimits,
  removeFile,
} from '../../../kernel/attachments/index.ts'
import { getRow, notFound, type RecordDefinition } from '../../../kernel/store/index.ts'
import { type Context, defineRoute, type Route } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import type { Zone } from '../../zone.ts'
import { demonstrationPeople } from '../actors.ts'
import { forbidden } from '../problem.ts'
import { permitted, recordIn } from './records.ts'

const BASE = '/records/:system/:record/:id/files'
const rowShape = { system: z.string().max(100), record: z.string().max(100), id: z.string().max(200) }
const fileShape = { ...rowShape, file: z.string().max(300) }
const TYPES = [...Object.keys(KNOWN_TYPES), 'application/octet-stream']

/**
 * Files of a row of any record, by the rights to the row: who may read it reads them, who may change it adds and removes.
 * To all of it: a file may hold what stands in any column, so that whoever sees a row in part has none of its files.
 */
export const fileRoutes = (zone: Zone): readonly Route[] => [
  defineRoute({
    method: 'GET',
    path: BASE,
    summary: text('附件列表', 'Files of a row'),
    allow: 'anyone',
    input: z.object(rowShape),
    output: z.object({
      mayChange: z.boolean(),
      fileBytes: z.number().int().describe('The most that a file may have'),
      files: z.array(keptFile),
    }),
    handle: async (context, input) => {
      const { record, owner } = await seen(zone, context, input, 'read')
      const change = permitFor(record, context.actor, 'change')
      const { fileBytes } = await readLimits(context.db)
      const names = new Map((await demonstrationPeople(zone)).map(({ id, name }) => [id, name]))
      return {
        mayChange: change !== undefined && isWhole(record, change),
        fileBytes,
        files: (await filesOf(context, owner))
          .map(presentFile)
          .map((file) => ({ ...file, addedBy: names.get(file.addedBy) ?? file.addedBy })),
      }
    },
  }),
  defineRoute({
    method: 'POST',
    path: BASE,
    summary: text('上传附件', 'Attach a file: its bytes are the body'),
    allow: 'anyone',
    receives: 'file',
    input: z.object({ ...rowShape, name: z.string().min(1).max(500) }),
    output: keptFile,
    handle: async (context, { name, ...row }, body) => {
      // Who may not is refused before the first byte is read.
      const { owner } = await seen(zone, context, row, 'change')
      return presentFile(await addFile(context, owner, { name, body: body! }))
    },
  }),
  defineRoute({
    method: 'GET',
    path: `${BASE}/:file`,
    summary: text('下载附件', 'Download a file'),
    allow: 'anyone',
    input: z.object({
      ...fileShape,
      inline: z.string().max(5).optional().describe('1: to be shown in the page, where its type may be'),
    }),
    output: { contentType: TYPES },
    handle: async (context, { file: id, inline, ...row }) => {
      const { owner } = await seen(zone, context, row, 'read')
      const file = await fileOf(context, owner, id)
      return {
        fileName: file.name,
        contentType: file.content_type,
        pieces: await openFile(context, file),
        sent: {
          size: file.size,
          inline: inline !== undefined && KNOWN_TYPES[file.content_type]?.preview !== undefined,
        },
      }
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: `${BASE}/:file`,
    summary: text('删除附件', 'Remove a file'),
    allow: 'anyone',
    input: z.object(fileShape),
    output: z.object({ id: z.string() }),
    handle: async (context, { file, ...row }) => {
      const { owner } = await seen(zone, context, row, 'change')
      await removeFile(context, owner, file)
      return { id: file }
    },
  }),
]

interface Seen {
  readonly record: RecordDefinition
  readonly owner: Owner
}

/** The row, for somebody who may do this with it. @throws GaoxinError FORBIDDEN the same, row or not; RECORD_NOT_FOUND */
async function seen(
  zone: Zone,
  context: Context,
  { system, record: name, id }: { readonly system: string; readonly record: string; readonly id: string },
  verb: Verb,
): Promise<Seen> {
  const record = recordIn(zone, system, name)
  const permits = (['read', verb] as const).map((needed) => permitted(record, context.actor, needed))
  if (!permits.every((permit) => isWhole(record, permit))) throw forbidden()
  for (const { where } of permits)
    if (!(await getRow(context.db, record, id, { where, vault: context.vault }))) throw notFound(record, id)
  return { record, owner: { record: record.id, row: id } }
}
