import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { GaoxinError } from '../errors.ts'
import { text } from '../text.ts'

/** A first start takes seconds, the recovery after a crash perhaps a minute. */
const PATIENCE_MS = 120_000

/** Locks that this program holds now. In a container its number may equal that of a holder long dead. */
const held = new Set<string>()

export function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Takes the lock if nobody alive has it. Synchronous, so that a program can do it while it exits.
 * @returns what releases it; undefined when somebody has it.
 */
export function tryLock(file: string): (() => void) | undefined {
  if (held.has(file)) return undefined
  removeAbandoned(file)
  if (!put(file)) return undefined
  held.add(file)
  const release = () => {
    process.off('exit', release)
    held.delete(file)
    rmSync(file, { force: true })
  }
  process.once('exit', release)
  return release
}

/**
 * Puts our number there unless somebody's is. Written aside and linked into place, so that nobody ever reads a lock
 * without its holder's number.
 */
function put(file: string): boolean {
  const aside = `${file}.${process.pid}`
  try {
    writeFileSync(aside, String(process.pid))
    linkSync(aside, file)
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

/** Waits for its turn. @throws GaoxinError STORE_BUSY when somebody holds the lock for minutes. */
export async function lock(file: string): Promise<() => void> {
  for (const until = Date.now() + PATIENCE_MS; ; await delay(50)) {
    const release = tryLock(file)
    if (release) return release
    if (Date.now() > until) throw busy(file)
  }
}

/** Two that find the same dead holder must not remove, one after the other, each other's new lock. */
function removeAbandoned(file: string): void {
  if (!isAbandoned(file)) return
  const claim = `${file}.break`
  if (!put(claim)) {
    // Whoever was removing it may have been killed meanwhile; the next try finds its way free.
    if (isAbandoned(claim)) rmSync(claim, { force: true })
    return
  }
  try {
    if (isAbandoned(file)) rmSync(file)
  } finally {
    rmSync(claim)
  }
}

function isAbandoned(file: string): boolean {
  const holder = holderOf(file)
  if (holder === undefined) return false
  return holder === process.pid ? !held.has(file) : !isAlive(holder)
}

function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EEXIST'

const busy = (file: string) => {
  const holder = holderOf(file)
  return new GaoxinError(
    'STORE_BUSY',
    text(
      `另一个程序（进程 ${holder ?? '未知'}）一直在打开这个数据目录`,
      `Another program (process ${holder ?? 'unknown'}) has been opening this data folder for minutes`,
    ),
    text(
      `请等它结束后再试；如果那个进程与高新无关，请删除 ${file} 和 ${file}.break`,
      `Wait for it to end; if that process is not Gaoxin, delete ${file} and ${file}.break`,
    ),
    { place: file, value: holder, status: 503 },
  )
}
