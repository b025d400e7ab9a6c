import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { connectAsync } from 'mqtt'
import { nodePool } from '../../engines/hydraulics/run/index.ts'
import { dayAt, timeAt } from '../../kernel/calendar/moments.ts'
import { GaoxinError } from '../../kernel/errors.ts'
import { Intake, issueKey, TOPIC } from '../../kernel/series/index.ts'
import type { CommandIo } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import type { WaterLevel } from '../../systems/drainage/settings.ts'
import type { TwinRun } from '../../systems/drainage/twin/index.ts'
import { STEP_MS } from '../../systems/drainage/twin/quantities.ts'
import { aheadOf } from '../../systems/drainage/twin/readings.ts'
import {
  clockAt,
  enterSensors,
  GATEWAY,
  makeStorm,
  playStorm,
  type Score,
  type SentReading,
} from '../../systems/drainage/twin/storm/index.ts'
import { LEVEL_NAMES } from '../../systems/drainage/twin/words.ts'
import { openBroker } from '../server/series/broker.ts'
import type { Zone } from '../zone.ts'
import { untilSignal } from './signals.ts'
import { serve } from './start.ts'

export interface DrainageDemoOptions {
  /** Times real time. */
  readonly speed: number
  /** Minutes of rain. */
  readonly minutes: number
  /** Once in so many years. */
  readonly years: number
  /** Hours that the twin looks ahead; six unless given. */
  readonly hours?: number
  /** The twin runs every so many steps of the storm, which waits for it; left out, whenever it is free. */
  readonly every?: number
}

/** @throws GaoxinError DRAINAGE_OPTION */
export function demoOptions(given: Readonly<Record<string, string>>): DrainageDemoOptions {
  const number = (name: string, most: number) => {
    const value = Number(given[name])
    if (value > 0 && value <= most) return value
    throw new GaoxinError(
      'DRAINAGE_OPTION',
      text('选项的值不对', 'The option does not fit'),
      text(`请给出 0 到 ${most} 的数`, `Give a number up to ${most}`),
      { place: `--${name}`, value: given[name] ?? '' },
    )
  }
  return { speed: number('speed', 10_000), minutes: number('minutes', 1440), years: number('years', 200) }
}

/** How far a storm is that is played: the moment of the twin's newest run; undefined before its first and after it. */
export interface StormClock {
  at?: string | undefined
}

/**
 * The storm with the pages open: before the water is there, the warning is at `/drainage/twin`.
 * @returns the exit code
 */
export const showDrainage = (
  zone: Zone,
  io: CommandIo,
  options: DrainageDemoOptions,
  { port, exit }: { readonly port: number; readonly exit: boolean },
): Promise<number> => {
  const clock: StormClock = {}
  return serve(twinAside(zone, clock), { port, host: '127.0.0.1', log: 'silent' }, io, async () => {
    io.print(`http://127.0.0.1:${port}/drainage/twin`)
    await drainageDemo(zone, io, options, clock)
    if (!exit) await untilSignal()
  })
}

/**
 * The storm has a clock of its own: the program's must not run the twin beside it. What is served meanwhile goes by the
 * storm's, or its newest run would be hours old on screen and its cases late as they begin.
 */
export const twinAside = (zone: Zone, clock: StormClock = {}): Zone => ({
  ...zone,
  systems: zone.systems.map((system) => (system.id === 'drainage' ? { ...system, chores: [] } : system)),
  today: () => (clock.at ? dayAt(clock.at) : zone.today()),
  context: (actor) => {
    const context = zone.context(actor)
    return clock.at ? context.with(clockAt(Date.parse(clock.at), aheadOf(context))) : context
  },
  get ahead() {
    return clock.at ? Date.parse(clock.at) - Date.now() : zone.ahead
  },
})

/**
 * The twin from cold: network, sensors that send by MQTT to a broker of our own, and a storm that is played faster than
 * it would fall. Warnings are printed as they are issued, and in the end how good they were.
 */
export async function drainageDemo(
  zone: Zone,
  io: CommandIo,
  { speed, minutes, years, hours, every }: DrainageDemoOptions,
  clock: StormClock = {},
): Promise<Score> {
  const say = (zh: string, en: string) => io.print(io.language === 'zh' ? zh : en)
  const context = zone.context()
  const began = performance.now()
  const elapsed = () => performance.now() - began
  const drainage = zone.systems.find(({ id }) => id === 'drainage')
  const { rows } = await sql<{ there: boolean }>`select exists (select from drainage.nodes) as there`.execute(
    context.db,
  )
  if (!rows[0]?.there)
    for await (const { step, done } of drainage?.demo?.(context, { scale: 1 }) ?? [])
      say(`${step.zh}：${done}`, `${step.en}: ${done}`)
  const plan = await enterSensors(context)
  const pool = nodePool({ size: 2, library: process.env.SWMM_LIB })
  const intake = new Intake(context)
  const failures: unknown[] = []
  const broker = await openBroker(zone, intake, { port: 0, host: '127.0.0.1' }, (error) =>
    failures.push(error),
  )
  const key = await issueKey(context, GATEWAY, randomBytes)
  const client = await connectAsync(`mqtt://127.0.0.1:${broker.port}`, {
    username: GATEWAY,
    password: key,
    reconnectPeriod: 0,
  })
  try {
    say(
      `${plan.length} 台设备经 MQTT 上报；先用引擎算一场雨作为“实况”…`,
      `${plan.length} devices send by MQTT; the engine first makes a storm that is taken for the truth…`,
    )
    // It ends now, since nobody takes readings from the future.
    const lasts = 30 * 60_000 + 2 * minutes * 60_000
    const from = Math.floor((Date.parse(context.moment()) - lasts) / STEP_MS) * STEP_MS
    const storm = await makeStorm(context, pool, plan, { from, minutes, returnPeriod: years })
    const score = await playStorm(context, pool, storm, {
      send: async (readings) => {
        const published = readings.map(({ device, quantity, at, value }: SentReading) =>
          client.publishAsync(`${TOPIC}/${device}/${quantity}`, JSON.stringify({ at, value }), { qos: 1 }),
        )
        await Promise.all(published)
        if (failures.length > 0) throw failures[0]
      },
      wait: () => (every ? Promise.resolve() : setTimeout(STEP_MS / speed)),
      elapsed,
      told: (run) => {
        clock.at = run.at
        for (const line of linesOf(run)) say(line.zh, line.en)
      },
      ...(hours ? { hours } : {}),
      ...(every ? { every } : {}),
    })
    for (const line of scoreLines(score)) say(line.zh, line.en)
    return score
  } finally {
    clock.at = undefined
    await client.endAsync()
    await broker.close()
    await intake.end()
    pool.close()
  }
}

/** Of the new warnings of a run the deepest. */
const SHOWN = 5

function linesOf({ at, error, ahead, issued, over, seconds, doubted }: TwinRun) {
  const time = (moment: string) => timeAt(moment).slice(0, 5)
  const between = error ? `${error.before.toFixed(3)} → ${error.after.toFixed(3)} m` : '—'
  const wet = ahead.standing.filter(({ level }) => level).length
  const out = doubted.length > 0 ? doubted.join(' ') : '—'
  return [
    text(
      `${time(at)} 误差 ${between}，存疑 ${out}；将积水 ${wet} 处，新预警 ${issued.length}，解除 ${over}（${seconds.toFixed(1)} 秒）`,
      `${time(at)} error ${between}, doubted ${out}; ${wet} nodes will stand in water, ${issued.length} new warnings, ${over} over (${seconds.toFixed(1)} s)`,
    ),
    ...issued.slice(0, SHOWN).map(({ code, level, depth, begins_at, certainty }) => {
      const begins = begins_at ? time(begins_at) : '?'
      const { zh, en } = LEVEL_NAMES[level as WaterLevel]
      return text(
        `      ${zh}预警 ${code}：${begins} 起积水，最深 ${depth} m，把握 ${certainty}%`,
        `      ${en} warning ${code}: water from ${begins}, up to ${depth} m, certainty ${certainty}%`,
      )
    }),
  ]
}

function scoreLines({ wet, before, late, missed, deep, deepMissed, false: wrong, dry, lead, error }: Score) {
  return [
    text(
      `实况积水 ${wet} 处：提前预警 ${before}，迟报 ${late}，漏报 ${missed}；空报 ${wrong}（其中几乎无水 ${dry}）`,
      `Water stood at ${wet} nodes: ${before} warned before, ${late} late, ${missed} missed; ${wrong} false (${dry} of them all but dry)`,
    ),
    text(
      `其中水深达到第二级 ${deep} 处，未提前预警 ${deepMissed}`,
      `As deep as the second level at ${deep} of them, ${deepMissed} without a warning before`,
    ),
    text(
      `提前量中位数 ${lead ?? '—'} 分钟；水深误差 ${error?.toFixed(3) ?? '—'} m`,
      `Median lead ${lead ?? '—'} minutes; error of the depths ${error?.toFixed(3) ?? '—'} m`,
    ),
  ]
}
