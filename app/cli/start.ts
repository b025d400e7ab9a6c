import { GaoxinError } from '../../kernel/errors.ts'
import type { CommandIo, Progress, System } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { openZone, type Zone, type ZoneOptions } from '../zone.ts'

/**
 * Opens the zone with progress shown, runs what the systems want run at a start (the verification table) and
 * serves the web until a signal comes.
 * @returns the exit code
 */
export async function startCommand(
  options: ZoneOptions,
  { exit, port, host }: { exit?: boolean; port: string; host: string },
  io: CommandIo,
): Promise<number> {
  const zone = await openZone({ ...options, onProgress: progressLine(io) })
  try {
    let code = 0
    for (const system of zone.systems)
      for (const command of system.commands ?? [])
        if (command.atStart) code = Math.max(code, await command.run(zone.context(), {}, io, []))
    if (exit) return code
    return await serve(zone, Number(port), host, io)
  } finally {
    await zone.close()
  }
}

async function serve(zone: Zone, port: number, host: string, io: CommandIo): Promise<number> {
  const { createServer } = await import('../server/server.ts')
  const server = await createServer(zone, {
    // A person at a terminal sees trouble only; a service's log gets every request.
    log: process.env.GAOXIN_LOG ?? (process.stdout.isTTY ? 'warn' : 'info'),
  })
  const address = await server.listen({ port, host }).catch(async (cause: NodeJS.ErrnoException) => {
    await server.close()
    throw new GaoxinError(
      'START_ADDRESS',
      text(`无法在 ${host}:${port} 提供网页`, `Cannot serve at ${host}:${port}`),
      text('端口可能已被占用，请用 --port 换一个', 'The port may be taken; choose another with --port'),
      { value: cause.code, cause },
    )
  })
  io.print('')
  io.print(
    io.language === 'zh'
      ? `高新已就绪：${address}  （Ctrl+C 停止）`
      : `Gaoxin is ready at ${address}  (Ctrl+C stops it)`,
  )
  await new Promise<void>((done) => {
    process.once('SIGINT', () => done())
    process.once('SIGTERM', () => done())
  })
  // Requests under way are answered first; then the database is closed by the caller.
  await server.close()
  return 0
}

/** On a terminal one line that moves, in a log a line a step. */
function progressLine(io: CommandIo): (system: System, progress: Progress) => void {
  let last = ''
  return (system, { step, done, total }) => {
    const label = `${system.name[io.language]} · ${step[io.language]}`
    const line = `${label}  ${done.toLocaleString('en')}/${total.toLocaleString('en')}`
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line}${done >= total ? '\n' : ''}`)
    else if (label !== last || done >= total) io.print(line)
    last = label
  }
}
