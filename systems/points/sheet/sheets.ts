/** Score sheets: issued by the enterprise itself, checked by whoever holds one, revoked by either. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { getRow, insertRows, notFound, readSettings, updateRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { pointsError } from '../errors.ts'
import { standingOf } from '../standing.ts'
import type { List, Stage } from '../words.ts'
import { type SheetContent, sheetPdf } from './page.ts'
import { newSigningKey, type SigningKey, signed } from './sign.ts'
import { keys, type SheetRow, sheets } from './tables.ts'

/**
 * Issues a sheet of the enterprise's own score: asking for it is its consent, entered under its name.
 * @throws GaoxinError RECORD_NOT_FOUND, POINTS_UNPUBLISHED
 */
export async function issueSheet(
  context: Context,
  given: { readonly enterprise: string; readonly month?: string | undefined; readonly recipient: string },
): Promise<{ readonly id: string }> {
  const { score, round, scheme, parts } = await standingOf(context, given.enterprise, given.month)
  const code = score.told_to
  if (!code || code !== context.actor.enterprise) throw notFound(sheets, given.enterprise)
  // A sample is no more than a sample: it says so on its face.
  if (round.state !== 'published' && !round.synthetic)
    throw pointsError('POINTS_UNPUBLISHED', text('积分还没有公布', 'The score is not published'), {
      place: round.month,
      value: round.state,
    })
  const id = context.newId().replaceAll('-', '').toUpperCase()
  const content: SheetContent = {
    code: id,
    zone: (await readSettings(context.db)).zone ?? '',
    name: score.name,
    creditCode: code,
    recipient: given.recipient,
    issuedOn: context.today,
    month: round.month,
    scheme: scheme.name,
    basis: scheme.basis,
    sample: round.state !== 'published',
    stage: score.stage as Stage,
    total: score.total,
    groups: { innovation: score.innovation, growth: score.growth, auxiliary: score.auxiliary },
    rank: score.rank,
    ranked: score.ranked,
    list: score.list as List | null,
    parts: parts.map(({ name, value, unit, weight, points }) => ({ name, value, unit, weight, points })),
  }
  const key = await signingKey(context)
  const file = signed(sheetPdf(content, key.id), key)
  await insertRows(
    context.db,
    sheets,
    [
      {
        id,
        score: score.id,
        told_to: code,
        recipient: given.recipient,
        content,
        file: file.toString('base64'),
        digest: createHash('sha256').update(file).digest('hex'),
        key: key.id,
        issued_on: context.today,
        issued_by: context.actor.id,
        synthetic: round.synthetic,
      },
    ],
    { actor: context.actor, now: context.now(), newId: context.newId, vault: context.vault },
  )
  return { id }
}

/** The newest key, made when there is none. Two who make the first wait for each other. */
async function signingKey(context: Context): Promise<Pick<SigningKey, 'id' | 'secret'>> {
  const { db, vault } = context
  await sql`lock table points.keys in share row exclusive mode`.execute(db)
  const { rows } = await sql<{ id: string; secret: string }>`
    select id, secret from points.keys order by recorded_at desc, id limit 1`.execute(db)
  const newest = rows[0]
  if (newest) {
    const cell = { record: keys.id, column: 'secret', row: newest.id }
    return { id: newest.id, secret: vault.decrypt(newest.secret, cell) }
  }
  const made = newSigningKey()
  await insertRows(db, keys, [{ id: made.id, public_key: made.publicKey, secret: made.secret }], {
    actor: context.actor,
    now: context.now(),
    newId: context.newId,
    vault,
  })
  return made
}

/** The sheets of an enterprise that acts for itself, newest first. */
export async function ownSheets({ db, actor }: Context) {
  const { rows } = await sql<{
    id: string
    recipient: string
    issued_on: string
    revoked_on: string | null
    month: string
  }>`
    select id, recipient, issued_on::text as issued_on, revoked_on::text as revoked_on, content->>'month' as month
    from points.sheets where told_to = ${actor.enterprise ?? null} order by recorded_at desc limit 100`.execute(
    db,
  )
  return rows
}

/** The file of one's own sheet. @throws GaoxinError RECORD_NOT_FOUND */
export async function sheetFile(context: Context, id: string): Promise<Buffer> {
  return Buffer.from((await ownSheet(context, id)).file, 'base64')
}

/** A sheet that was revoked is told as such from then on. @throws GaoxinError RECORD_NOT_FOUND */
export async function revokeSheet(context: Context, id: string): Promise<{ readonly id: string }> {
  const sheet = await ownSheet(context, id)
  if (!sheet.revoked_on) await updateRow(context, sheets, id, { revoked_on: context.today })
  return { id }
}

async function ownSheet({ db, actor }: Context, id: string): Promise<SheetRow> {
  const sheet = (await getRow(db, sheets, id)) as unknown as SheetRow | undefined
  // Another's sheet is answered like one that does not exist.
  if (!sheet || sheet.told_to !== actor.enterprise) throw notFound(sheets, id)
  return sheet
}

export type SheetState = 'valid' | 'revoked' | 'superseded' | 'changed'

/**
 * What a sheet says, for whoever holds its code, and whether it still holds.
 * @param digest SHA-256 of the file at hand, hex: another is of a file that was changed
 * @throws GaoxinError RECORD_NOT_FOUND
 */
export async function checkSheet({ db }: Context, code: string, digest?: string) {
  const sheet = (await getRow(db, sheets, code.replace(/[\s-]/g, '').toUpperCase())) as unknown as
    | SheetRow
    | undefined
  if (!sheet) throw notFound(sheets, code)
  const { rows } = await sql<{ total: string }>`
    select total::text as total from points.scores where id = ${sheet.score}`.execute(db)
  const content = sheet.content as SheetContent
  const state: SheetState =
    digest && digest.toLowerCase() !== sheet.digest
      ? 'changed'
      : sheet.revoked_on
        ? 'revoked'
        : rows[0]?.total !== content.total
          ? 'superseded'
          : 'valid'
  return { state, content, revokedOn: sheet.revoked_on, digest: sheet.digest, key: sheet.key }
}

/** Every public key that sheets were signed with. */
export async function publicKeys({ db }: Pick<Context, 'db'>) {
  const { rows } = await sql<{ id: string; publicKey: string }>`
    select id, public_key as "publicKey" from points.keys order by recorded_at desc, id`.execute(db)
  return rows
}
