import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** The program as a user starts it, from the built files; resolves when it prints its address. */
export async function startProgram(environment: Record<string, string>): Promise<{
  readonly address: string
  readonly output: string[]
  readonly stop: () => Promise<number | null>
}> {
  const child: ChildProcess = spawn(process.execPath, ['bin/gaoxin.mjs', 'start', '--port', '0'], {
    env: { ...process.env, GAOXIN_LOG: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const output: string[] = []
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  const address = await new Promise<string>((ready, fail) => {
    ended.then((code) => fail(new Error(`the program ended with ${code}:\n${output.join('\n')}`)))
    createInterface({ input: child.stdout! }).on('line', (line) => {
      output.push(line)
      const found = /http:\/\/\S+/.exec(line)
      if (found) ready(found[0])
    })
  })
  return {
    address,
    output,
    stop: async () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}
