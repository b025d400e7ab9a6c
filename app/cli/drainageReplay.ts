import { nodePool } from '../../engines/hydraulics/run/index.ts'
import { GaoxinError } from '../../kernel/errors.ts'
import type { CommandIo } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { newestRun, scoresOf } from '../../systems/drainage/twin/look.ts'
import {
  beginReplay,
  pastStorms,
  replayedRuns,
  replayTurn,
  runningReplay,
} from '../../systems/drainage/twin/replay/index.ts'
import type { Zone } from '../zone.ts'

export interface ReplayOptions {
  /** By the zone's clock, ISO 8601; left out, the newest storm that the gauges have seen. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/**
 * Replays a storm that is past, turn by turn, and prints what its forecasts were worth. Stopped, it goes on as the program next
 * serves; `/drainage/twin` shows it.
 * @returns the exit code
 * @throws GaoxinError DRAINAGE_OPTION, DRAINAGE_NO_STORM and those of `beginReplay`
 */
export async function replayCommand(zone: Zone, io: CommandIo, options: ReplayOptions): Promise<number> {
  const say = (zh: string, en: string) => io.print(io.language === 'zh' ? zh : en)
  const context = zone.context()
  const when = (at: string | number) =>
    `${new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')}`
  const stretch = options.from === undefined ? await newestStorm(zone) : stretchOf(options)
  const id = await beginReplay(context, stretch)
  const total = (await runningReplay(context))?.total
  say(
    `重演 ${when(stretch.from)} – ${when(stretch.to)}，共 ${total} 次推演`,
    `Replaying ${when(stretch.from)} – ${when(stretch.to)}, ${total} runs`,
  )
  const pool = nodePool({ size: 2, library: process.env.SWMM_LIB })
  const elapsed = () => performance.now()
  try {
    for (let goesOn = true; goesOn; ) {
      const turned = await replayTurn(context, pool, elapsed)
      const run = turned && (await newestRun(context, id))
      if (!run) break
      const [before, after] = [run.error_before, run.error_after].map((each) =>
        each === null ? '—' : Number(each).toFixed(3),
      )
      say(
        `${turned.turns}/${total}  ${when(run.at)}  误差 ${before} → ${after} m，将积水 ${run.standing} 处（${Number(run.seconds).toFixed(1)} 秒）`,
        `${turned.turns}/${total}  ${when(run.at)}  error ${before} → ${after} m, water at ${run.standing} places (${Number(run.seconds).toFixed(1)} s)`,
      )
      goesOn = turned.state === 'running'
    }
  } finally {
    pool.close()
  }
  const run = await newestRun(context, id)
  const done = (await replayedRuns(context, id)).length
  if (!run || done < Number(total)) {
    say('重演已取消', 'The replay was cancelled')
    return 1
  }
  for (const { lead, error, still, count } of await scoresOf(context, run))
    say(
      `提前 ${lead} 分钟：水位误差 ${error.toFixed(3)} m，假定不变 ${still.toFixed(3)} m（${count} 次）`,
      `${lead} minutes ahead: levels off by ${error.toFixed(3)} m, unchanged ${still.toFixed(3)} m (${count} pairs)`,
    )
  return 0
}

async function newestStorm(zone: Zone) {
  const [storm] = await pastStorms(zone.context())
  if (storm) return storm.around
  throw new GaoxinError(
    'DRAINAGE_NO_STORM',
    text('近一年的雨量里没有可重演的暴雨', 'The gauges saw no storm within a year'),
    text('请用 --from 和 --to 写明起止', 'Say from when to when by --from and --to'),
    { place: '--from' },
  )
}

function stretchOf({ from, to }: ReplayOptions) {
  const moment = (name: string, given: string | undefined): number => {
    // Without a zone it is the zone's own time.
    const at = Date.parse(
      /([zZ]|[+-]\d\d:\d\d)$/.test(given ?? '') ? (given as string) : `${given?.replace(' ', 'T')}+08:00`,
    )
    if (Number.isFinite(at)) return at
    throw new GaoxinError(
      'DRAINAGE_OPTION',
      text('选项的值不对', 'The option does not fit'),
      text('请写成 2024-10-31T13:30', 'Write it as 2024-10-31T13:30'),
      { place: name, value: given ?? '' },
    )
  }
  return { from: moment('--from', from), to: moment('--to', to) }
}
