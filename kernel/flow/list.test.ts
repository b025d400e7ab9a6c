import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { diagram } from '../../engines/bpmn/diagram.fixture.ts'
import { testZone } from '../../test/zone.ts'
import type { Actor } from '../access/actor.ts'
import { defineSystem } from '../system.ts'
import { text } from '../text.ts'
import { type AskedCases, casesOf } from './list.ts'
import { seenBy } from './seen.ts'

/** Every page of the ledger is the same whether it begins with what is rare or goes through all, and is what one plain query says. */
const name = text('试', 'Trial')
const process = (id: string, office: string) => ({
  id: `trial.${id}`,
  name,
  about: name,
  office,
  diagram: diagram('look: user office=science\nstart -> look -> end'),
})
const system = defineSystem({
  id: 'trial',
  name,
  group: 'plan',
  office: 'office',
  about: name,
  records: [],
  indicators: [],
  processes: [process('a', 'keeper'), process('b', 'office')],
})
const test = testZone({ systems: [system] })

beforeAll(async () => {
  const { db } = test.zone.store
  await sql`insert into flow.cases (id, process, version, title, record, row_id, state, synthetic, started_at, started_by, ended_at, steps, next, scopes)
    select 'c' || n, (array['trial.a', 'trial.b'])[1 + n % 2], 1, (array['Lamp 路灯', '井盖', '路面'])[1 + n % 3] || ' ' || n, 'x.y', 'r' || n % 30,
      (array['running', 'completed', 'terminated'])[1 + n % 7 % 3], true, timestamptz '2024-11-15 01:00Z' - make_interval(hours => n / 2), 'p' || n % 9,
      null, 1, 2, '[]' from generate_series(1, 240) n`.execute(db)
  await sql`insert into flow.tasks (case_id, token, element, name, process, office, holder, since, due)
    select id, 1, 'look', '看', process, 'o' || steps % 1 + length(id) % 2, case when hashtext(id) % 3 = 0 then 'p1' end, started_at,
      started_at + make_interval(hours => 90) from flow.cases where state = 'running'`.execute(db)
  await sql`insert into flow.handled (case_id, token, element, name, office, holder, since, due, ended)
    select id, 1, 'look', '看', 'o' || abs(hashtext(id)) % 4, 'p' || abs(hashtext(id)) % 5, started_at, started_at + interval '2 hours',
      started_at + make_interval(hours => abs(hashtext(id)) % 4) from flow.cases where state <> 'running'`.execute(
    db,
  )
  await sql`insert into flow.steps (case_id, number, at, actor, hash, happened) select id, 1, started_at, started_by, 'x',
      case when abs(hashtext(id)) % 11 = 0 then '[{"what":"work","from":{"office":"lost"}}]'
        when abs(hashtext(id)) % 11 = 1 then '[{"what":"work","from":{"person":"left"}}]' else '[]' end::jsonb from flow.cases`.execute(
    db,
  )
})

const who = (id: string, office: string, role: Actor['role'] = 'officer'): Actor => ({
  id,
  name: id,
  office,
  role,
})
const PEOPLE = [
  who('s', 'office', 'supervisor'),
  who('x', 'keeper'),
  who('x', 'o1'),
  who('p3', 'nowhere'),
  who('left', 'nowhere'),
  who('x', 'lost'),
  who('x', 'nowhere'),
  who('x', 'o1', 'resident'),
]
const ASKED: readonly AskedCases[] = [
  {},
  { title: 'lAMP' },
  { title: '井' },
  { title: '路', office: 'o2' },
  { office: 'o1', state: 'completed' },
  { late: true },
  { late: false, process: 'trial.b' },
  { late: true, state: 'running', title: '路灯' },
  { subject: { record: 'x.y', id: 'r7' } },
  { from: '2024-11-12', to: '2024-11-13' },
]

it.each(ASKED)('asked for %j', async (asked) => {
  const now = '2024-11-15T01:00:00.000Z'
  for (const person of PEOPLE) {
    const context = test.zone.context(person).with({ moment: () => now })
    const { rows } = await sql<{
      id: string
    }>`select c.id, c.title, c.state, c.process, c.record, c.row_id, c.started_at,
        exists (select from flow.tasks t where t.case_id = c.id and t.office = ${asked.office ?? ''})
          or exists (select from flow.handled h where h.case_id = c.id and h.office = ${asked.office ?? ''}) as theirs,
        case when c.state = 'running' then exists (select from flow.tasks t where t.case_id = c.id and t.due < ${now}::timestamptz)
          else exists (select from flow.handled h where h.case_id = c.id and h.ended > h.due) end as late
      from flow.cases c where ${seenBy(context)} order by c.started_at desc, c.id desc`.execute(
      test.zone.store.db,
    )
    const day = (at: unknown) =>
      new Date(Date.parse(new Date(at as string).toISOString()) + 8 * 3600_000).toISOString().slice(0, 10)
    const expected = (rows as unknown as Record<string, never>[])
      .filter(
        (row) =>
          (!asked.title || String(row.title).toLowerCase().includes(asked.title.toLowerCase())) &&
          (!asked.state || row.state === asked.state) &&
          (!asked.process || row.process === asked.process) &&
          (!asked.office || row.theirs) &&
          (asked.late === undefined || row.late === asked.late) &&
          (!asked.subject || row.row_id === asked.subject.id) &&
          (!asked.from || day(row.started_at) >= asked.from) &&
          (!asked.to || day(row.started_at) <= asked.to),
      )
      .map(({ id }) => id)
    if (person.role === 'supervisor') expect(expected.length).toBeGreaterThan(0)
    for (const few of [0, 40, 5000]) {
      const first = await casesOf(context, asked, { limit: 15, few })
      const last = first.at(-1)
      const second = last ? await casesOf(context, asked, { limit: 300, after: last, few }) : []
      expect([person.id, person.office, few, ...[...first, ...second].map(({ id }) => id)]).toEqual([
        person.id,
        person.office,
        few,
        ...expected,
      ])
    }
  }
})
