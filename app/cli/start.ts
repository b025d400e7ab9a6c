import { GaoxinError } from '../../kernel/errors.ts'
import type { Command, CommandIo, Progress, System } from '../../kernel/system.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { ServerOptions } from '../server/server.ts'
import { oidcSettings } from '../server/session/oidc/settings.ts'
import { openZone, type Zone, type ZoneOptions } from '../zone.ts'
import { logLevel, mqttOf, portOf, trustedProxy } from './settings.ts'
import { untilSignal } from './signals.ts'

/**
 * Opens the zone with progress shown, runs what the systems want run at a start (the verification table) and
 * serves the web until a signal comes.
 * @returns the exit code
 */
export async function startCommand(
  options: ZoneOptions,
  { exit, port: portText, host }: { exit?: boolean; port: string; host: string },
  io: CommandIo,
): Promise<number> {
  // Before the database opens: a first start takes a while, and would fail at its end.
  const port = portOf(portText)
  const log = logLevel(process.env, process.stdout.isTTY)
  const trustProxy = trustedProxy(process.env)
  const oidc = await oidcSettings(process.env)
  const mqtt = mqttOf(process.env)
  const zone = await openZone({ ...options, onProgress: progressLine(io) })
  try {
    let code = 0
    for (const system of zone.systems)
      for (const command of system.commands ?? [])
        if (command.atStart) code = Math.max(code, await runAtStart(command, zone, io))
    if (exit) return code
    return await serve(
      zone,
      {
        port,
        host,
        log,
        ...(trustProxy ? { trustProxy } : {}),
        ...(oidc ? { oidc } : {}),
        ...(mqtt ? { mqtt } : {}),
      },
      io,
    )
  } finally {
    await zone.close()
  }
}

/** What cannot be checked yet, as in a new zone without a report, is said and does not keep it closed. */
async function runAtStart(command: Command, zone: Zone, io: CommandIo): Promise<number> {
  try {
    return await command.run(zone.context(), {}, io, [])
  } catch (error) {
    if (!(error instanceof GaoxinError) || error.status >= 500) throw error
    io.print(error.line(io.language))
    return 0
  }
}

/** Serves the web as long as something lasts: until a signal comes, unless said otherwise. */
export async function serve(
  zone: Zone,
  { port, host, ...options }: { port: number; host: string } & ServerOptions,
  io: CommandIo,
  lasts: () => Promise<void> = untilSignal,
): Promise<number> {
  const { createServer } = await import('../server/server.ts')
  const server = await createServer(zone, options)
  const address = await server.listen({ port, host }).catch(async (cause: NodeJS.ErrnoException) => {
    await server.close()
    throw addressProblem(cause, host, port)
  })
  io.print('')
  io.print(
    io.language === 'zh'
      ? `高新已就绪：${address}  （Ctrl+C 停止）`
      : `Gaoxin is ready at ${address}  (Ctrl+C stops it)`,
  )
  try {
    await lasts()
  } finally {
    // Requests under way are answered first; then the database is closed by the caller.
    await server.close()
  }
  return 0
}

const ADDRESS_REMEDIES: Readonly<Record<string, Text>> = {
  EADDRINUSE: text(
    '端口已被另一个程序占用，请用 --port 换一个',
    'Another program has the port; choose another with --port',
  ),
  EACCES: text(
    '系统不允许使用这个端口，请用 --port 换一个 1024 以上的',
    'The system does not allow this port; choose one above 1024 with --port',
  ),
  EADDRNOTAVAIL: text('本机没有这个地址，请检查 --host', 'This machine has no such address; check --host'),
  ENOTFOUND: text('找不到这个主机名，请检查 --host', 'There is no such host; check --host'),
}

const addressProblem = (cause: NodeJS.ErrnoException, host: string, port: number) =>
  new GaoxinError(
    'START_ADDRESS',
    text(`无法在 ${host}:${port} 提供网页`, `Cannot serve at ${host}:${port}`),
    ADDRESS_REMEDIES[cause.code ?? ''] ??
      text(`请检查 --host 与 --port（${cause.code}）`, `Check --host and --port (${cause.code})`),
    { value: cause.code, cause },
  )

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
