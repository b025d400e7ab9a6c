import { setTimeout } from 'node:timers/promises'
import { setClock, writeSettings } from '../../../kernel/store/index.ts'
import type { Command, CommandIo } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { replayError } from './errors.ts'
import { differences, outcomeOfFile, outcomeShown } from './outcome.ts'
import { originals, play } from './play.ts'
import { readRequests, type Told } from './read.ts'
import { report } from './report.ts'
import { setUp } from './setting.ts'

/** `gaoxin replay FILE.csv`: real requests through the live system, and what the scoreboard makes of them. */
export const replayCommand: Command = {
  name: 'replay',
  summary: text(
    '把真实的诉求文件按其时间过一遍系统，评价结果与文件自身的结果对照',
    'Play a real file of requests through the system; the scoreboard beside the file’s own outcome',
  ),
  arguments: [{ name: 'file' }],
  options: [
    {
      flags: '--speed <times>',
      about: text('几倍于真实时间；不写则尽快', 'times real time; as fast as it goes if left out'),
    },
    { flags: '--limit <n>', about: text('只放前 n 件', 'only the first n requests') },
    {
      flags: '--data <folder>',
      about: text('新区所在的文件夹，须为空', 'folder of the new zone, which must be empty'),
    },
  ],
  zone: 'fresh',
  run: async (context, options, io, [file = '']) => {
    const speed = numberIn(options, 'speed')
    const limit = numberIn(options, 'limit')
    if (limit !== undefined && !Number.isInteger(limit))
      throw replayError('CITY_REPLAY_OPTION', { place: '--limit', value: limit })
    const rows: Told[] = []
    for await (const told of readRequests(file, limit)) rows.push(told)
    if (rows.length === 0) throw replayError('CITY_REPLAY_FILE', { place: file })
    const setting = await context.transaction((inside) => setUp(inside, rows), '回放')
    const began = performance.now()
    const elapsed = () => performance.now() - began
    const played = await play(context, rows, setting, {
      speed,
      wait: (ms) => (ms > 0 ? setTimeout(ms) : Promise.resolve()),
      elapsed,
      progress: progressOf(io),
    })
    const seconds = elapsed() / 1000
    const from = rows.map(({ createdAt }) => createdAt).sort()[0] as string
    const period = { from, to: played.until }
    const [own, shown] = [outcomeOfFile(rows, originals(rows), period), await outcomeShown(context, period)]
    const differ = differences(own, shown)
    for (const line of report({ rows, played, seconds, period, own, shown, differ }))
      io.print(line[io.language])
    // What it holds is no zone's own: it may be looked at as a demonstration, which goes on where it ended.
    await writeSettings(context.db, { demonstration: 'true' })
    await setClock(context.db, played.until, context.now())
    return differ.length === 0 ? 0 : 1
  },
}

function numberIn(options: Readonly<Record<string, string | boolean>>, name: string): number | undefined {
  const given = options[name]
  if (given === undefined) return undefined
  const value = Number(given)
  if (!(value > 0) || !Number.isFinite(value))
    throw replayError('CITY_REPLAY_OPTION', { place: `--${name}`, value: given })
  return value
}

const EVERY = 5000

function progressOf({ print, language }: CommandIo): (done: number) => void {
  let told = 0
  return (done) => {
    if (done - told < EVERY) return
    told = done
    print(language === 'zh' ? `已放 ${done} 个事件` : `${done} happenings`)
  }
}
