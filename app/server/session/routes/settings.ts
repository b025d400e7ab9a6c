import { sql } from 'kysely'
import { z } from 'zod'
import { recordEvent } from '../../../../kernel/access/index.ts'
import { GaoxinError } from '../../../../kernel/errors.ts'
import { warnSetting } from '../../../../kernel/flow/index.ts'
import type { Setting } from '../../../../kernel/settings.ts'
import { textShape } from '../../../../kernel/shapes.ts'
import { readSettings, writeSettings } from '../../../../kernel/store/index.ts'
import { text } from '../../../../kernel/text.ts'
import type { Zone } from '../../../zone.ts'
import { baseMapSetting } from '../../baseMap.ts'
import { megabytesSetting } from '../../exchange/desk.ts'
import { type SessionRoute, sessionRoute } from '../register.ts'
import { DONE, done } from './shapes.ts'

/** Longest value, in characters. */
const MOST = 20_000
/** Of a value, as much as the log keeps. */
const LOGGED = 300

/** Whatever is declared is here: those of the kernel, then those of the systems. */
const declared = ({ systems }: Pick<Zone, 'systems'>): readonly Setting[] => [
  warnSetting,
  megabytesSetting,
  baseMapSetting,
  ...systems.flatMap(({ settings = [] }) => settings),
]

/** 系统设置: what the zone decides for itself while it runs, by its system administrator; each change is in the log. */
export const settingRoutes: readonly SessionRoute[] = [
  sessionRoute({
    method: 'GET',
    path: '/access/settings',
    summary: text('系统设置', 'Settings of the zone'),
    allow: ['system'],
    input: z.object({}),
    output: z.array(
      z.object({
        key: z.string(),
        name: textShape,
        about: textShape,
        long: z.boolean(),
        usual: z.string().describe('What holds where the zone says nothing'),
        value: z.string().nullable().describe('What the zone says'),
        problem: textShape.nullable().describe('What is wrong with what the zone says'),
      }),
    ),
    handle: async ({ zone, context }) => {
      const said = await readSettings(context.db)
      return declared(zone).map(({ key, name, about, usual, long = false, problem }) => {
        const value = said[key] ?? null
        return { key, name, about, long, usual, value, problem: (value !== null && problem(value)) || null }
      })
    },
  }),
  sessionRoute({
    method: 'POST',
    path: '/access/settings',
    summary: text('修改一项设置', 'Change a setting'),
    allow: ['system'],
    input: z.object({
      key: z.string().max(100),
      value: z.string().trim().max(MOST).nullable().describe('null or empty: as usual'),
      why: z.string().trim().min(1).max(500),
    }),
    output: done,
    handle: async ({ zone, context: outer, access, session }, { key, value: given, why }) => {
      const setting = declared(zone).find((each) => each.key === key)
      if (!setting) throw noSetting(key)
      const value = given || null
      const wrong = value === null ? undefined : setting.problem(value)
      if (wrong)
        throw new GaoxinError(
          'SETTING_INVALID',
          wrong,
          text('请按说明改正', 'Correct it as it is explained'),
          { place: 'value', value, status: 422 },
        )
      await outer.transaction(async (context) => {
        const before = (await readSettings(context.db))[key]
        if (value === null) await sql`delete from gaoxin.settings where key = ${key}`.execute(context.db)
        else await writeSettings(context.db, { [key]: value })
        // A document may tell who holds a key: of that, only that it was changed.
        const [was, is] = [before, value ?? undefined].map((each) =>
          setting.long && each ? '…' : (each?.slice(0, LOGGED) ?? '—'),
        )
        await recordEvent({ ...access, db: context.db }, 'setting-changed', {
          actor: session?.account.id,
          session: session?.id,
          why: `${key}：${was} → ${is}；${why}`,
        })
      }, why)
      return DONE
    },
  }),
]

const noSetting = (key: string) =>
  new GaoxinError(
    'SETTING_UNKNOWN',
    text('没有这项设置', 'There is no such setting'),
    text('请从设置清单中选择', 'Choose one of the list'),
    { place: 'key', value: key, status: 404 },
  )
