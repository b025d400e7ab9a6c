import { sql } from 'kysely'
import { diagram } from '../../../engines/bpmn/diagram.fixture.ts'
import type { testZone } from '../../../test/zone.ts'
import type { Actor, Role } from '../../access/actor.ts'
import { offices } from '../../access/offices.ts'
import { insertRows } from '../../store/index.ts'
import { type Context, defineSystem } from '../../system.ts'
import { text } from '../../text.ts'
import { type MovedLimit, type ProcessDeclaration, startCase } from '../index.ts'

const name = text('测试', 'Test')
const declare = (id: string, source: string, more: Partial<ProcessDeclaration> = {}): ProcessDeclaration => ({
  id: `tests.${id}`,
  name,
  about: name,
  office: 'office',
  diagram: diagram(source),
  ...more,
})

/** Limits that were moved, as the system was told of them. */
export const movedLimits: MovedLimit[] = []

/** A case goes from the science office to the finance office; `way` says by which of the ways. */
export const workSystem = defineSystem({
  id: 'tests',
  name,
  group: 'plan',
  office: 'office',
  about: name,
  records: [],
  indicators: [],
  processes: [
    declare(
      'paper',
      `start -> check -> way
       way: exclusive
       way -> pay [way = "paid"]
       way -> fork [way = "both"]
       way -> sign [else]
       check: user office=science due=3WD
       sign: user office=finance due=2WD return=yes
       pay: service service=pay
       pay -> sign
       fork: parallel
       fork -> sign
       fork -> law
       law: user office=office
       late: boundary on=check timer=3WD beside
       late -> told
       told: user office=office
       sign -> end1
       law -> end2
       told -> end3`,
      {
        services: { pay: async () => ({ paid: true }) },
        onLimit: async (_context, moved) => void movedLimits.push(moved),
      },
    ),
  ],
})

export const actor = (
  id: string,
  office: string,
  role: Role = 'officer',
  more: Partial<Actor> = {},
): Actor => ({
  id,
  name: `${id}某`,
  role,
  office,
  ...more,
})

export const PEOPLE = {
  jia: actor('甲', 'science'),
  yi: actor('乙', 'science'),
  chief: actor('科长', 'science', 'leader'),
  bing: actor('丙', 'finance'),
  ding: actor('丁', 'office'),
  inspector: actor('督', 'office', 'supervisor'),
  stranger: actor('路人', 'tax'),
}

export async function enterOffices({ db, actor, now, newId }: Context): Promise<void> {
  const rows = ['science', 'finance', 'office', 'tax'].map((id, sort) => ({
    id,
    name: id,
    short: id,
    name_en: id,
    parent: null,
    kind: 'department',
    leader: '',
    sort,
  }))
  await insertRows(db, offices, rows, { actor, now: now(), newId })
}

/** What a test asks of a zone with the system above. */
export function helpers(test: ReturnType<typeof testZone>) {
  const ask = async <T>(query: ReturnType<typeof sql<T>>): Promise<readonly T[]> =>
    (await query.execute(test.zone.store.db)).rows
  const as = (who: Actor, now?: string): Context => {
    const context = test.zone.context(who)
    return now ? context.with({ now: () => now }) : context
  }
  return {
    ask,
    as,
    begin: (way = '', who = PEOPLE.jia, now?: string) =>
      startCase(as(who, now), { process: 'tests.paper', title: `件 ${way}`, vars: { way } }),
    tasks: (id: string) =>
      ask(
        sql<Task>`select token, element, office, holder, due from flow.tasks where case_id = ${id} order by token`,
      ),
    token: async (id: string, element = 'check') =>
      (await ask(sql<Task>`select token from flow.tasks where case_id = ${id} and element = ${element}`))[0]
        ?.token ?? -1,
    history: async (id: string) =>
      (
        await ask(
          sql<{ actor: string; why: string | null; happened: Said[] }>`select actor, why, happened
          from flow.steps where case_id = ${id} order by number`,
        )
      ).map(({ actor, why, happened }) => ({ actor, why, ...happened[0] })),
  }
}

interface Task {
  readonly token: number
  readonly element: string
  readonly office: string | null
  readonly holder: string | null
  readonly due: string | null
}
interface Said {
  readonly what: string
  readonly verb?: string
  readonly from?: object
  readonly to?: object
  readonly for?: string
}
