import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { basename, join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { faultPoint } from './fault.ts'
import { isAlive, lock, tryLock } from './lock.ts'
import {
  carriedMajor,
  clusterMajor,
  createCluster,
  findPrograms,
  type Programs,
  readPostmaster,
  serverFolder,
  startServer,
  stopServer,
} from './postgres.ts'
import { startProblem, versionProblem } from './startProblem.ts'

/**
 * The data folder of an embedded database:
 *
 * - `postgres` the cluster (elsewhere where the server's account cannot enter, see `serverFolder`)
 * - `postgres.complete` there once the cluster is whole
 * - `instance.json` its password, readable by its owner only
 * - `lock` held while somebody creates, starts, joins, leaves or stops the server: one program at a time
 * - `users/` a file for each program that uses the server; the last one to leave stops it
 *
 * Nobody owns the server, so whoever started it may end first. Where the server runs, its own `postmaster.pid` says.
 */
interface Home {
  readonly root: string
  readonly data: string
  readonly lock: string
  readonly users: string
  readonly programs: Programs
}

export interface Embedded {
  readonly url: string
  /** True when this call created the data folder. */
  readonly created: boolean
  /**
   * Starts a server that died again, or finds it where another program did.
   * @returns its address, which may be a new one; undefined when this program has left
   * @throws GaoxinError as `openEmbedded`
   */
  readonly revive: () => Promise<string | undefined>
  /** Leaves the server; the last program to leave stops it. */
  readonly stop: () => Promise<void>
}

/** How long a server may take to recover from a crash or to stop. */
const PATIENCE_MS = 120_000

const urlOf = (port: number, password: string, database: string) =>
  `postgres://gaoxin:${password}@127.0.0.1:${port}/${database}`

/**
 * Opens the PostgreSQL that npm brought, its data in `folder`. A second program on the same folder joins the
 * running server instead of starting another, also one that a killed program left behind.
 *
 * @throws GaoxinError STORE_DISK_FULL, STORE_FOLDER, STORE_VERSION, STORE_BUSY, or STORE_EMBEDDED for the rest.
 */
export async function openEmbedded(folder: string): Promise<Embedded> {
  const root = resolve(folder)
  try {
    const home = { root, lock: join(root, 'lock'), users: join(root, 'users') }
    await mkdir(home.users, { recursive: true })
    const release = await lock(home.lock)
    try {
      const programs = await findPrograms()
      return await open({ ...home, programs, data: await serverFolder(root, programs) })
    } finally {
      release()
    }
  } catch (cause) {
    throw startProblem(cause, root)
  }
}

async function open(home: Home): Promise<Embedded> {
  const { created, password } = await openCluster(home)
  const running = await runningPort(home.data, password)
  // Without a server nobody uses it; after a reboot the numbers here belong to strangers.
  if (!running) for (const name of readdirSync(home.users)) rmSync(join(home.users, name), { force: true })
  const port = running ?? (await start(home, password))
  const user = use(home)
  return {
    url: urlOf(port, password, 'gaoxin'),
    created,
    revive: () => revive(home, password, user),
    stop: user.leave,
  }
}

/** Of several programs that miss the server, the one that has the lock starts it, and the others find it running. */
async function revive(home: Home, password: string, user: User): Promise<string | undefined> {
  try {
    const release = await lock(home.lock)
    try {
      if (!user.isHere()) return undefined
      const port = (await runningPort(home.data, password)) ?? (await start(home, password))
      user.enter()
      return urlOf(port, password, 'gaoxin')
    } finally {
      release()
    }
  } catch (cause) {
    throw startProblem(cause, home.root)
  }
}

/** The cluster that is there, or a new one, with the password of its only role. */
async function openCluster({ root, data, programs }: Home): Promise<{ created: boolean; password: string }> {
  const file = join(root, 'instance.json')
  const finished = join(root, 'postgres.complete')
  if (existsSync(finished)) {
    const [found, carried] = await Promise.all([clusterMajor(data), carriedMajor(programs)])
    if (found !== carried) throw versionProblem(found, carried, root)
    return {
      created: false,
      password: (JSON.parse(await readFile(file, 'utf8')) as { password: string }).password,
    }
  }
  const password = randomBytes(18).toString('base64url')
  await createCluster(programs, data, 'gaoxin', password)
  faultPoint('cluster-made')
  await writeFile(file, JSON.stringify({ password }), { mode: 0o600 })
  await chmod(file, 0o600)
  faultPoint('password-kept')
  await writeFile(finished, '')
  return { created: true, password }
}

/** The port of the server that runs in a cluster already; waits for one that is starting or stopping. */
async function runningPort(data: string, password: string): Promise<number | undefined> {
  for (const until = Date.now() + PATIENCE_MS; ; await delay(50)) {
    const server = readPostmaster(data)
    if (!server || !isAlive(server.pid)) return undefined
    try {
      await ensureDatabase(server.port, password)
      return server.port
    } catch (error) {
      const code = (error as { code?: string }).code
      // A server that is ready accepts; where nobody does, the number in the file is another program's by now.
      if (code === 'ECONNREFUSED' && server.ready) return undefined
      // 57P03: it starts or stops; no code: the time was up.
      const passing = !code || ['ECONNREFUSED', 'ECONNRESET', '57P03'].includes(code)
      if (!passing || Date.now() > until) throw error
    }
  }
}

/** Starts the server. Between the choice of a free port and its use another program may take it, so it tries again. */
async function start({ data, programs }: Home, password: string): Promise<number> {
  let attempts = 3
  for (const until = Date.now() + PATIENCE_MS; ; ) {
    const port = await freePort()
    try {
      await startServer(programs, data, port)
    } catch (error) {
      const { message } = error as Error
      if (/could not bind/i.test(message) && --attempts > 0) continue
      // Of a server that was killed a moment ago, the number or a session that has not noticed may still be there.
      if (!/lock file .* already exists|shared memory block/i.test(message) || Date.now() > until) throw error
      await delay(100)
      continue
    }
    faultPoint('server-started')
    try {
      await ensureDatabase(port, password)
      return port
    } catch (error) {
      await stopServer(programs, data)
      throw error
    }
  }
}

/** Uses of the servers by this program, as paths in `users/`. */
const uses = new Set<string>()
let count = 0

interface User {
  /** Again after a new program found no server, and so no users. */
  readonly enter: () => void
  readonly isHere: () => boolean
  readonly leave: () => Promise<void>
}

/** Enters this program among the users. */
function use(home: Home): User {
  const file = join(home.users, `${process.pid}.${count++}`)
  const enter = () => writeFileSync(file, '')
  const isHere = () => uses.has(file)
  enter()
  uses.add(file)
  const leave = () => {
    process.off('exit', onExit)
    uses.delete(file)
    rmSync(file, { force: true })
  }
  // A program that ends without leaving must not keep the server running unseen. Who holds the lock now is
  // joining, and needs the server, or leaving, and stops it.
  const onExit = () => {
    leave()
    const release = tryLock(home.lock)
    const server = release && !isUsed(home.users) ? readPostmaster(home.data) : undefined
    if (server && isAlive(server.pid)) process.kill(server.pid, 'SIGINT')
    release?.()
  }
  process.once('exit', onExit)
  return {
    enter,
    isHere,
    leave: async () => {
      if (!isHere()) return
      const release = await lock(home.lock)
      try {
        leave()
        if (!isUsed(home.users)) await stopServer(home.programs, home.data)
      } finally {
        release()
      }
    },
  }
}

/** Whether anybody alive uses the server; files of the dead are swept. */
function isUsed(users: string): boolean {
  const files = readdirSync(users).map((name) => join(users, name))
  const used = files.filter((file) => {
    const pid = Number(basename(file).split('.')[0])
    const alive = pid === process.pid ? uses.has(file) : isAlive(pid)
    if (!alive) rmSync(file, { force: true })
    return alive
  })
  return used.length > 0
}

/** Connects and creates our database where a first start was cut short before it did. */
async function ensureDatabase(port: number, password: string): Promise<void> {
  const client = new pg.Client({
    connectionString: urlOf(port, password, 'postgres'),
    connectionTimeoutMillis: 5000,
  })
  // A connection that breaks between two questions is met at the next one.
  client.on('error', () => {})
  try {
    await client.connect()
    const { rowCount } = await client.query(`select from pg_database where datname = 'gaoxin'`)
    if (rowCount === 0) await client.query('create database gaoxin')
  } finally {
    await client.end()
  }
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
