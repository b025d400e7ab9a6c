import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { Duplex, Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { isAlive } from '../../kernel/store/lock.ts'
import { findPrograms, type Postmaster, readPostmaster, serverFolder } from '../../kernel/store/postgres.ts'

export interface Program {
  /** Its address once it serves; rejected when it ends before. */
  readonly ready: Promise<string>
  /** Resolves when it stands still at the armed point. */
  readonly halted: Promise<void>
  /** Lets it go on from there. */
  readonly goOn: () => void
  /** kill -9, and waits until it is gone. */
  readonly kill: () => Promise<void>
  /** What it said when it ended by itself. */
  readonly words: () => string
}

/** @param fault `point:count`, where it is to stand still; undefined: nowhere */
export function startProgram(file: string, folder: string, fault: string | undefined): Program {
  const child = spawn(process.execPath, [file, folder], {
    env: { ...process.env, GAOXIN_FAULT: fault ?? '' },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  let words = ''
  child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
    words += chunk
  })
  const channel = child.stdio[3] as Duplex
  channel.on('error', () => {})
  const line = (from: Readable) =>
    new Promise<string>((heard) => from.setEncoding('utf8').once('data', (chunk) => heard(chunk.trim())))
  return {
    ready: Promise.race([
      line(child.stdout!),
      ended.then(([code, signal]) => {
        throw new Error(`the program ended with ${code ?? signal}: ${words}`)
      }),
    ]),
    halted: line(channel).then(() => undefined),
    goOn: () => {
      channel.write('.')
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    words: () => words,
  }
}

/** The server of a data folder; undefined when none runs. */
export async function postmasterOf(folder: string): Promise<Postmaster | undefined> {
  const server = readPostmaster(await serverFolder(folder, await findPrograms()))
  return server && isAlive(server.pid) ? server : undefined
}

/** kill -9 of the database, until its sessions have noticed and are gone as well. @returns whether one ran */
export async function killDatabase(folder: string): Promise<boolean> {
  const server = await postmasterOf(folder)
  if (!server) return false
  const { pid } = server
  const sessions = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).split(' ').filter(Boolean)
  process.kill(pid, 'SIGKILL')
  for (const session of [String(pid), ...sessions]) while (await runs(session)) await setTimeout(2)
  return true
}

/** Whether a process is there and has not ended; one that nobody has asked how it ended still has its entry. */
const runs = async (pid: string): Promise<boolean> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return stat !== '' && !/\) Z /.test(stat)
}
