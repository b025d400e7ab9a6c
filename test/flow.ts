import type { FastifyInstance } from 'fastify'
import { expect } from 'vitest'
import { COOKIE } from '../app/server/actors.ts'
import { diagram } from '../engines/bpmn/diagram.fixture.ts'
import { type Actor, OFFICERS } from '../kernel/access/actor.ts'
import { STAFF_READS } from '../kernel/access/grants.ts'
import { offices } from '../kernel/access/offices.ts'
import type { Forms, ProcessDeclaration } from '../kernel/flow/index.ts'
import { defineRecord, insertRows } from '../kernel/store/index.ts'
import { defineSystem, type System } from '../kernel/system.ts'
import { text } from '../kernel/text.ts'

const name = text('测试流程', 'Test process')

/** People of three offices; two of 科技局 (science), so that both may reach for the same task. */
export const flowPeople: readonly Actor[] = [
  { id: 'officer-a', name: '甲', role: 'officer', office: 'science' },
  { id: 'officer-b', name: '乙', role: 'officer', office: 'science' },
  { id: 'officer-c', name: '丙', role: 'officer', office: 'finance' },
  { id: 'officer-d', name: '丁', role: 'officer', office: 'tax' },
  { id: 'chief', name: '科长', role: 'leader', office: 'science' },
  { id: 'keeper', name: '戊', role: 'officer', office: 'office' },
  { id: 'firm', name: '某企业', role: 'enterprise', office: 'science', enterprise: 'e1' },
  { id: 'auditor', name: '审计', role: 'audit', office: 'science' },
]

export const testForms: Forms = {
  check: {
    type: 'default',
    components: [
      { type: 'textarea', key: 'opinion', label: '审核意见', validate: { required: true, maxLength: 200 } },
      {
        type: 'number',
        key: 'amount',
        label: '核定金额（万元）',
        validate: { required: true, min: 0, max: 1000 },
      },
    ],
  },
}

export const testProcess: ProcessDeclaration = {
  id: 'tests.grant',
  name,
  about: name,
  office: 'office',
  diagram: diagram(`
    check: user name=审核 office=science due=3WD form=check
    pay: user name=拨付 office=finance
    start: start name=提出申请
    end: end name=结束
    start -> check -> pay -> end`),
  forms: testForms,
}

/** What the cases of the tests are about: something with a place and files. */
export const spots = defineRecord({
  id: 'tests.spots',
  name: text('点位', 'Spots'),
  about: text('每行一个点位', 'One spot'),
  title: 'name',
  grants: [STAFF_READS, { roles: OFFICERS, verbs: ['create', 'change'] }],
  columns: {
    name: { kind: 'text', name: text('名称', 'Name') },
    place: { kind: 'place', name: text('位置', 'Place'), optional: true },
  },
})

const OFFICES = [
  ['committee', '高新区管委会', '管委会', null],
  ['office', '党政办公室', '党政办', 'committee'],
  ['science', '科技局', '科技局', 'committee'],
  ['finance', '财政局', '财政局', 'committee'],
  ['tax', '税务局', '税务局', 'committee'],
] as const

/** A system with one process, its offices and what its cases are about. */
export const flowSystem = (processes: readonly ProcessDeclaration[] = [testProcess]): System =>
  defineSystem({
    id: 'tests',
    name,
    group: 'plan',
    office: 'office',
    about: name,
    records: [spots],
    indicators: [],
    processes,
    demo: async function* ({ db, actor, now, newId }) {
      const rows = OFFICES.map(([id, name, short, parent], sort) => ({
        id,
        name,
        short,
        name_en: id,
        parent,
        kind: parent ? 'department' : 'committee',
        leader: '负责人',
        sort,
      }))
      const at = { actor, now: now(), newId }
      await insertRows(db, offices, rows, at)
      const place = { longitude: 121.55, latitude: 29.88 }
      await insertRows(db, spots, [{ id: 'spot', name: '梅景路 88 号', place, synthetic: true }], at)
      yield { step: name, done: 1, total: 1 }
    },
    demoPeople: async () => flowPeople,
  })

/** Asks a server about cases as somebody: whatever it answers, what is well, or with which code it refuses. */
export function flowOver(server: () => FastifyInstance) {
  const ask = async (person: string, url: string, payload?: object) => {
    const answer = await server().inject({
      method: payload ? 'POST' : 'GET',
      url: `/api/flow${url}`,
      headers: { cookie: `${COOKIE}=${person}` },
      ...(payload ? { payload } : {}),
    })
    return { status: answer.statusCode, body: answer.json() }
  }
  return {
    ask,
    body: async (...asked: Parameters<typeof ask>) => {
      const answer = await ask(...asked)
      expect([asked, answer.status, answer.body.code]).toEqual([asked, 200, undefined])
      return answer.body
    },
    code: async (...asked: Parameters<typeof ask>) => {
      const { status, body } = await ask(...asked)
      return [status, body.code]
    },
  }
}
