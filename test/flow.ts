import { diagram } from '../engines/bpmn/diagram.fixture.ts'
import type { Actor } from '../kernel/access/actor.ts'
import type { Forms, ProcessDeclaration } from '../kernel/flow/index.ts'
import { defineSystem, type System } from '../kernel/system.ts'
import { text } from '../kernel/text.ts'

const name = text('测试流程', 'Test process')

/** People of three offices; two of 科技局 (science), so that both may reach for the same task. */
export const flowPeople: readonly Actor[] = [
  { id: 'officer-a', name: '甲', role: 'officer', office: 'science' },
  { id: 'officer-b', name: '乙', role: 'officer', office: 'science' },
  { id: 'officer-c', name: '丙', role: 'officer', office: 'finance' },
  { id: 'officer-d', name: '丁', role: 'officer', office: 'tax' },
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
    check: user office=science due=3WD form=check
    pay: user office=finance
    start -> check -> pay -> end`),
  forms: testForms,
}

/** A system with one process and nothing else. */
export const flowSystem = (processes: readonly ProcessDeclaration[] = [testProcess]): System =>
  defineSystem({
    id: 'tests',
    name,
    group: 'plan',
    office: 'office',
    about: name,
    records: [],
    indicators: [],
    processes,
    demoPeople: async () => flowPeople,
  })
