import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { insertRows } from '../../kernel/store/index.ts'
import { warnings } from '../../systems/drainage/twin/index.ts'
import { callOut, standDown } from '../../systems/drainage/twin/sites.ts'
import { testZone } from '../../test/zone.ts'
import { COOKIE } from './actors.ts'
import { createServer } from './server.ts'

/** A flood warning as the persons of its plan have it: in the inbox, over HTTP, as the pages ask for it. */
const test = testZone()
let server: FastifyInstance
beforeAll(async () => {
  server = await createServer(test.zone)
})
afterAll(() => server.close())

const OFFICER = 'officer-construction'

async function ask(person: string, path: string, body?: object) {
  const answer = await server.inject({
    method: body ? 'POST' : 'GET',
    url: `/api/flow${path}`,
    headers: { cookie: `${COOKIE}=${person}` },
    ...(body ? { payload: body } : {}),
  })
  return { status: answer.statusCode, body: answer.json() }
}

/** A warning as a run of the twin leaves it, with its case: far from all others, unless its node is named. */
async function warned(code: string, level: 'yellow' | 'orange' | 'red', node = `far-${code}`) {
  const context = test.zone.context()
  const at = context.now()
  const row = {
    id: `warning-${code}`,
    code,
    node,
    level,
    state: 'open',
    depth: '0.31',
    begins_at: at,
    peak_at: at,
    minutes: 40,
    certainty: 67,
    issued_at: at,
    updated_at: at,
    synthetic: true,
  }
  await context.transaction(async (inner) => {
    await insertRows(inner.db, warnings, [row], { actor: inner.actor, now: at, newId: inner.newId })
    await callOut(inner)
  })
  return row.id
}

/** The task of a warning in the inbox of the office, taken by a person as the page does. */
async function taken(code: string, step: string) {
  const { tasks } = (await ask(OFFICER, '/inbox?of=office')).body
  const task = tasks.find(
    ({ title, name }: { title: string; name: string }) => title.endsWith(code) && name === step,
  )
  const at = `/cases/${task.case}/tasks/${task.token}`
  expect((await ask(OFFICER, `${at}/take`, {})).status).toBe(200)
  const mine = (await ask(OFFICER, '/inbox')).body.tasks.map(({ case: id }: { case: string }) => id)
  expect(mine).toContain(task.case)
  return { id: task.case as string, at, task }
}

it('goes from the inbox of the office to deployment, to the street, and to its end', async () => {
  await warned('Y0100', 'orange')
  // Half an hour, because the water does not wait.
  const deploy = await taken('Y0100', '布防')
  expect(Date.parse(deploy.task.due) - Date.parse(deploy.task.since)).toBe(30 * 60_000)
  const [open] = (await ask(OFFICER, `/cases/${deploy.id}`)).body.tasks
  const shown = Object.fromEntries(
    open.form.components.map(({ key, label }: { key: string; label: string }) => [key, label]),
  )
  expect(shown).toEqual({ foreseen: '预警内容', plan: '预案（人员、泵车、封控）', deployed: '布防情况' })
  expect(open.known).toMatchObject({
    foreseen: 'Y0100 最大水深 31 厘米，把握 67%',
    plan: '人员 4 名；泵车 1 台；封闭积水车道',
  })
  expect((await ask(OFFICER, `${deploy.at}/do`, { values: {} })).body.code).toBe('FLOW_FORM')
  // Of another office's case nobody is told.
  expect((await ask('officer-tax', `${deploy.at}/do`, { values: { deployed: '到场' } })).status).toBe(404)
  const deployed = '4 人、1 台泵车到场，已封闭积水车道'
  expect((await ask(OFFICER, `${deploy.at}/do`, { values: { deployed } })).status).toBe(200)

  const confirm = await taken('Y0100', '现场确认')
  const [onSite] = (await ask(OFFICER, `/cases/${confirm.id}`)).body.tasks
  expect(onSite.known.deployed).toBe(deployed)
  expect((await ask(OFFICER, `${confirm.at}/do`, { values: { depth: 9000 } })).body.code).toBe('FLOW_FORM')
  expect((await ask(OFFICER, `${confirm.at}/do`, { values: { depth: 28, note: '水已退' } })).status).toBe(200)
  const { body } = await ask('leader', `/cases/${confirm.id}`)
  expect(body.state).toBe('completed')
  expect(body.passed).toEqual(expect.arrayContaining(['deploy', 'confirm', 'end']))
})

it('that is over before anybody went out ends by itself; over while people are out, it waits for them', async () => {
  const never = await warned('Y0101', 'yellow')
  const out = await warned('Y0102', 'red')
  const { at, id } = await taken('Y0102', '布防')
  await ask(OFFICER, `${at}/do`, { values: { deployed: '8 人、2 台泵车到场' } })
  await test.zone.context().transaction(async (inner) => {
    await sql`update drainage.warnings set state = 'over' where id = any(${[never, out]})`.execute(inner.db)
    await standDown(inner, [never, out])
  })
  const { tasks } = (await ask(OFFICER, '/inbox?of=office')).body
  const left = tasks.filter(({ title }: { title: string }) => /Y010[12]$/.test(title))
  expect(left.map(({ case: of, name }: { case: string; name: string }) => [of, name])).toEqual([
    [id, '现场确认'],
  ])
})

it('whose level rises calls for more people, in place of those that did not go out yet', async () => {
  const id = await warned('Y0103', 'yellow')
  const raise = (level: string) =>
    test.zone.context().transaction(async (inner) => {
      await sql`update drainage.warnings set level = ${level} where id = ${id}`.execute(inner.db)
      await callOut(inner)
    })
  const open = async () => {
    const { tasks } = (await ask(OFFICER, '/inbox?of=office')).body
    return tasks
      .map(({ title }: { title: string }) => title)
      .filter((title: string) => title.endsWith('Y0103'))
  }
  await raise('yellow')
  expect(await open()).toEqual(['黄色内涝预警 Y0103'])
  await raise('red')
  await raise('orange')
  expect(await open()).toEqual(['红色内涝预警 Y0103'])
  const { id: of } = await taken('Y0103', '布防')
  const [task] = (await ask(OFFICER, `/cases/${of}`)).body.tasks
  expect(task.known.foreseen).toMatch(/^由黄色升级；Y0103 /)
})

it('whose neighbour is being answered is answered with it', async () => {
  const first = await warned('Y0104', 'yellow', 'node-Y0102')
  const second = await warned('Y0105', 'yellow', 'node-Y0103')
  const { rows } = await sql`select id, site, called from drainage.warnings where id = any(${[first, second]})
    order by id`.execute(test.zone.store.db)
  expect(rows).toEqual([
    { id: first, site: null, called: 'yellow' },
    { id: second, site: first, called: null },
  ])
  const { tasks } = (await ask(OFFICER, '/inbox?of=office')).body
  const titles = tasks.map(({ title }: { title: string }) => title)
  expect(titles.filter((title: string) => /Y010[45]/.test(title))).toEqual(['黄色内涝预警 Y0104'])
})
