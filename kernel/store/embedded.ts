import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { GaoxinError } from '../errors.ts'
import { text } from '../text.ts'
import { createCluster, findPrograms, serverFolder, startServer } from './postgres.ts'

/** How to reach a running embedded database; kept beside its data, readable by its owner only. */
interface Instance {
  readonly port: number
  readonly password: string
  /** The program that started it and will stop it. */
  readonly owner: number
  /** The server's own process. */
  readonly server: number
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
  const file = join(root, 'instance.json')
  const running = await readInstance(file)
  if (running && (await answers(urlOf(running, 'gaoxin')))) {
    const orphan = !isAlive(running.owner)
    if (orphan) await writeInstance(file, { ...running, owner: process.pid })
    return {
      url: urlOf(running, 'gaoxin'),
      created: false,
      stop: orphan ? () => stopServer(running.server, file) : async () => {},
    }
  }
  try {
    return await startOwn(root, file, running?.password ?? randomBytes(18).toString('base64url'))
  } catch (cause) {
    const { stderr, message } = cause as Error & { stderr?: string }
    const words = (stderr || message).trim().split('\n').slice(-3).join(' ')
    throw new GaoxinError(
      'STORE_EMBEDDED',
      text('内置数据库无法启动', 'The embedded database cannot start'),
      text(
        `请检查磁盘空间与目录权限，或用 DATABASE_URL 指定一个 PostgreSQL 15 以上的服务器。它最后说：${words}`,
        `Check disk space and folder permissions, or name a PostgreSQL 15+ server in DATABASE_URL. Its last words: ${words}`,
      ),
      { place: root, cause, status: 503 },
    )
  }
}

async function startOwn(root: string, file: string, password: string): Promise<Embedded> {
  await mkdir(root, { recursive: true })
  const programs = await findPrograms()
  const data = await serverFolder(root, programs)
  // PostgreSQL writes PG_VERSION early; our own mark says that the folder was finished.
  const finished = join(root, 'postgres.complete')
  const created = !existsSync(finished)
  if (created) {
    // What a first start that was cut short left behind holds nothing that anyone entered.
    await rm(data, { recursive: true, force: true })
    await createCluster(programs, data, 'gaoxin', password)
  }
  const port = await freePort()
  const child = await startServer(programs, data, port)
  const instance: Instance = { port, password, owner: process.pid, server: child.pid ?? 0 }
  await writeInstance(file, instance)
  if (created) {
    await query(urlOf(instance, 'postgres'), 'create database gaoxin')
    await writeFile(finished, '')
  }
  // A crash of this program must not leave the server running unseen.
  const onExit = () => child.kill('SIGINT')
  process.once('exit', onExit)
  // Neither the child nor its pipe keeps this program alive.
  child.unref()
  ;(child.stderr as Socket | null)?.unref()
  return {
    url: urlOf(instance, 'gaoxin'),
    created,
    stop: async () => {
      process.off('exit', onExit)
      await stopServer(instance.server, file)
    },
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

const answers = (url: string): Promise<boolean> =>
  query(url, 'select 1').then(
    () => true,
    () => false,
  )

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    await client.query(sql)
  } finally {
    await client.end()
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

/** Asks for a fast shutdown and waits until the server is gone. */
async function stopServer(pid: number, file: string): Promise<void> {
  if (isAlive(pid)) process.kill(pid, 'SIGINT')
  while (isAlive(pid)) await new Promise((next) => setTimeout(next, 10))
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
