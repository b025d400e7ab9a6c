import { sql } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { GaoxinError } from '../errors.ts'
import type { Vault } from '../store/personal/cipher.ts'
import { text } from '../text.ts'
import type { Account } from './accounts.ts'
import type { AccessContext } from './context.ts'
import { recordEvent } from './events.ts'
import { sha256 } from './hash.ts'
import { type Asking, prove } from './prove.ts'
import { inTransaction, revokeSessions } from './sessions.ts'

/** RFC 6238 as every telephone's application knows it: SHA-1, six digits, thirty seconds. */
const PERIOD = 30
const generator = (secret: Uint8Array, issuer = '', label = '') =>
  new TOTP({
    issuer,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
  })

/** The time step that a code belongs to, one step either way for clocks that differ; undefined when to none. */
export function stepOf(secret: Uint8Array, code: string, now: string): number | undefined {
  const timestamp = Date.parse(now)
  const delta = generator(secret).validate({ token: code, timestamp, window: 1 })
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD) + delta
}

const RECOVERY_CODES = 10
/** No I, L, O, U: codes are read off paper. 32 signs, so five bits each. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `7K3M-…`, sixteen signs: 80 bits. */
export const recoveryCode = (random: (bytes: number) => Uint8Array): string =>
  [...random(16)]
    .map((byte) => ALPHABET[byte % 32] ?? '')
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')

/** As it was written down, whatever was made of it in typing. */
const normalRecovery = (typed: string): string =>
  typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')

interface Stored {
  /** Encrypted, for its account alone. */
  readonly secret: string
  readonly confirmed_at: string | null
  readonly last_step: number
}

/** True when signing in takes a code. */
export async function hasTotp({ db }: Pick<AccessContext, 'db'>, account: string): Promise<boolean> {
  const { rows } = await sql`select from access.totp
    where account = ${account} and confirmed_at is not null`.execute(db)
  return rows.length > 0
}

/**
 * Begins enrolment, or begins it anew where it was not confirmed.
 * @returns the address that the telephone scans, and the secret for typing it in; neither can be had again.
 * @throws GaoxinError TOTP_ENROLLED when there is one already
 */
export const startTotp = (
  access: AccessContext,
  account: Pick<Account, 'id' | 'login'>,
  issuer: string,
): Promise<{ readonly url: string; readonly secret: string }> =>
  inTransaction(access.db, async (db) => {
    const secret = access.random(20)
    const made = generator(secret, issuer, account.login)
    const encrypted = access.vault.encrypt(made.secret.base32, cellOf(account.id))
    const { rows } = await sql`insert into access.totp (account, secret, started_at, last_step)
      values (${account.id}, ${encrypted}, ${access.now}, 0)
      on conflict (account) do update set secret = excluded.secret, started_at = excluded.started_at
      where access.totp.confirmed_at is null returning account`.execute(db)
    if (rows.length === 0)
      throw new GaoxinError(
        'TOTP_ENROLLED',
        text('已经绑定了动态码', 'TOTP is enrolled already'),
        text('如换手机，请先解除再绑定', 'For another telephone, remove it first'),
        { status: 409 },
      )
    await recordEvent({ ...access, db }, 'totp-started', { account: account.id })
    return { url: made.toString(), secret: made.secret.base32 }
  })

/**
 * The first code shows that the telephone holds the secret; from now on signing in takes one.
 * @returns the recovery codes, shown this once
 * @throws GaoxinError TOTP_NOT_STARTED, TOTP_CODE
 */
export const confirmTotp = (
  access: AccessContext,
  account: string,
  code: string,
): Promise<readonly string[]> =>
  inTransaction(access.db, async (db) => {
    const stored = await lockStored({ ...access, db }, account)
    if (!stored || stored.confirmed_at !== null)
      throw new GaoxinError(
        'TOTP_NOT_STARTED',
        text('没有待确认的动态码绑定', 'No enrolment waits for a code'),
        text('请重新开始绑定', 'Start the enrolment again'),
        { status: 409 },
      )
    const step = stepOf(secretOf(access, account, stored), digits(code), access.now)
    if (step === undefined) throw wrongCode()
    await sql`update access.totp set confirmed_at = ${access.now}, last_step = ${step}
      where account = ${account}`.execute(db)
    await recordEvent({ ...access, db }, 'totp-enrolled', { account })
    return renew({ ...access, db }, account)
  })

/**
 * True when the code is right, which uses it up: a TOTP code with all that came before it, a recovery code for good.
 */
export const spendCode = (access: AccessContext, account: string, code: string): Promise<boolean> =>
  inTransaction(access.db, async (db) => {
    const stored = await lockStored({ ...access, db }, account)
    if (!stored || stored.confirmed_at === null) return false
    if (!/^\d{6}$/.test(digits(code))) return spendRecoveryCode({ ...access, db }, account, code)
    const step = stepOf(secretOf(access, account, stored), digits(code), access.now)
    if (step === undefined || step <= stored.last_step) return false
    await sql`update access.totp set last_step = ${step} where account = ${account}`.execute(db)
    return true
  })

async function spendRecoveryCode(access: AccessContext, account: string, code: string): Promise<boolean> {
  const { rows } = await sql`update access.recovery_codes set used_at = ${access.now}
    where account = ${account} and hash = ${sha256(normalRecovery(code))} and used_at is null
    returning account`.execute(access.db)
  if (rows.length === 0) return false
  await recordEvent(access, 'recovery-used', { account })
  return true
}

/** How many recovery codes are left. */
export async function recoveryCodesLeft({ db }: Pick<AccessContext, 'db'>, account: string): Promise<number> {
  const { rows } = await sql<{ left: number }>`select count(*) as left from access.recovery_codes
    where account = ${account} and used_at is null`.execute(db)
  return rows[0]?.left ?? 0
}

/** Ten new ones; those before are worth nothing any more. @throws GaoxinError TOTP_CODE, LOGIN_LOCKED */
export async function renewRecoveryCodes(
  access: AccessContext,
  asking: Asking,
  code: string,
): Promise<readonly string[]> {
  const account = asking.account.id
  await proveByCode(access, asking, code)
  return access.db.transaction().execute(async (db) => {
    await recordEvent({ ...access, db }, 'recovery-renewed', { account, session: asking.id })
    return renew({ ...access, db }, account)
  })
}

/** Before something that password and session must not be enough for. @throws GaoxinError TOTP_CODE, LOGIN_LOCKED */
export const proveByCode = (access: AccessContext, asking: Asking, code: string): Promise<void> =>
  prove(access, asking, () => spendCode(access, asking.account.id, code), wrongCode)

async function renew({ db, random }: AccessContext, account: string): Promise<readonly string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(random))
  await sql`delete from access.recovery_codes where account = ${account}`.execute(db)
  for (const code of codes)
    await sql`insert into access.recovery_codes (account, hash)
      values (${account}, ${sha256(normalRecovery(code))})`.execute(db)
  return codes
}

/** The person gives it up, by a code of it: signing in takes none any more. @throws GaoxinError TOTP_CODE, LOGIN_LOCKED */
export async function removeTotp(access: AccessContext, asking: Asking, code: string): Promise<void> {
  await proveByCode(access, asking, code)
  await remove(access, asking.account.id, { session: asking.id })
}

/** An administrator takes it off for a person who lost telephone and recovery codes; their sessions end. */
export const resetTotp = (access: AccessContext, account: string, actor: string): Promise<void> =>
  inTransaction(access.db, async (db) => {
    await remove({ ...access, db }, account, { actor })
    await revokeSessions({ ...access, db }, account, { actor, why: 'totp-removed' })
  })

const remove = (
  access: AccessContext,
  account: string,
  by: { readonly session?: string; readonly actor?: string },
): Promise<void> =>
  inTransaction(access.db, async (db) => {
    await sql`delete from access.totp where account = ${account}`.execute(db)
    await sql`delete from access.recovery_codes where account = ${account}`.execute(db)
    await recordEvent({ ...access, db }, 'totp-removed', { account, ...by })
  })

/** Moved to another account it does not open. */
export const cellOf = (account: string) => ({ record: 'access.totp', column: 'secret', row: account })

/** @throws GaoxinError ACCESS_KEY when the keys are not the zone's, or the row was tampered with. */
export function openSecret(vault: Vault, account: string, secret: string): string {
  try {
    return vault.decrypt(secret, cellOf(account))
  } catch (cause) {
    throw new GaoxinError(
      'ACCESS_KEY',
      text('动态码密钥无法解开', 'The TOTP secret cannot be opened'),
      text(
        '请恢复本区原来的密钥文件；在此之前可用恢复码登录',
        'Restore the keys that this zone had; until then recovery codes still work',
      ),
      { cause, status: 503 },
    )
  }
}

const secretOf = ({ vault }: AccessContext, account: string, { secret }: Stored): Uint8Array =>
  Secret.fromBase32(openSecret(vault, account, secret)).bytes

/** Under lock: of two requests with the same code, the second finds it used. */
async function lockStored({ db }: AccessContext, account: string): Promise<Stored | undefined> {
  const { rows } = await sql<Stored>`select secret, confirmed_at, last_step from access.totp
    where account = ${account} for update`.execute(db)
  return rows[0]
}

/** Telephones show codes in two groups. */
const digits = (code: string): string => code.normalize('NFKC').replace(/\s/g, '')

export const wrongCode = () =>
  new GaoxinError(
    'TOTP_CODE',
    text('动态码不正确或已用过', 'The code is wrong or was used already'),
    text('请等手机显示下一个动态码后再输入', 'Wait for the next code on the telephone'),
    { place: 'code', status: 401 },
  )
