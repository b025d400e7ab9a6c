import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { type ProcessDeclaration, type Service, taskForm } from '../../../kernel/flow/index.ts'
import { updateRow } from '../../../kernel/store/index.ts'
import { text } from '../../../kernel/text.ts'
import { diagnoses } from '../diagnosis/tables.ts'
import { drainageError } from '../errors.ts'
import { DRAINAGE_OFFICE } from '../settings.ts'
import { defects, links } from '../tables/index.ts'

const shown = (key: string, label: string, en: string) => ({
  key,
  label,
  properties: { en },
  readonly: true,
})
const asked = (key: string, label: string, en: string) => ({
  key,
  label,
  properties: { en },
  validate: { required: true, maxLength: 1000 },
})
const FOUND = shown('found', '问题', 'What was found')
const PLAN = shown('plan', '养护计划', 'Plan')
const DONE = shown('done', '作业情况', 'What was done')
const AGAIN = {
  ...shown('again', '返工意见', 'Why it is done again'),
  conditional: { hide: '=again = null' },
}

/** 登记验收: what was mended is so entered; what was not goes back to its order. */
const accepted: Service = async (context, { subject, vars }) => {
  const told = { outcome: null, note: null }
  if (vars.outcome === 'again') {
    const note = typeof vars.note === 'string' ? vars.note.trim() : ''
    if (note === '') throw drainageError('DRAINAGE_REASON', { place: 'note' })
    return { ...told, again: note, team: null, done: null, next: 'order' }
  }
  if (subject?.record === links.id) {
    const { rows } = await sql<{ id: string }>`
      select id from drainage.defects where link = ${subject.id} and repaired_on is null order by id for update`.execute(
      context.db,
    )
    for (const { id } of rows) await updateRow(context, defects, id, { repaired_on: context.today })
  }
  if (subject?.record === diagnoses.id)
    await updateRow(context, diagnoses, subject.id, { state: 'mended', ended_at: context.moment() })
  return { ...told, next: 'end' }
}

/** 管网养护: a defect or a finding, from its plan to its acceptance. */
export const maintenanceProcess: ProcessDeclaration = {
  id: 'drainage.maintenance',
  name: text('管网养护', 'Maintenance of the network'),
  about: text(
    '一处缺陷或诊断，经计划、派工、作业到验收；验收不通过的返工',
    'A defect or a finding is planned, ordered, done and accepted; what is not accepted is done again',
  ),
  office: DRAINAGE_OFFICE,
  diagram: readFileSync(new URL('./maintenance.bpmn', import.meta.url), 'utf8'),
  forms: {
    plan: taskForm('plan', [
      FOUND,
      asked('plan', '养护计划（办法、材料、封道）', 'Plan (method, material, closures)'),
      {
        type: 'number',
        key: 'days',
        label: '工期（工作日）',
        properties: { en: 'Working days' },
        validate: { required: true, min: 1, max: 250 },
      },
    ]),
    order: taskForm('order', [FOUND, PLAN, AGAIN, asked('team', '作业队伍', 'Who does it')]),
    work: taskForm('work', [
      FOUND,
      PLAN,
      AGAIN,
      shown('team', '作业队伍', 'Who does it'),
      asked('done', '作业情况', 'What was done'),
    ]),
    accept: taskForm('accept', [
      FOUND,
      DONE,
      {
        type: 'radio',
        key: 'outcome',
        label: '验收结果',
        properties: { en: 'Result', 'en.pass': 'Passed', 'en.again': 'To be done again' },
        validate: { required: true },
        values: [
          { value: 'pass', label: '通过' },
          { value: 'again', label: '返工' },
        ],
      },
      {
        key: 'note',
        label: '验收意见（返工的必须填写）',
        properties: { en: 'Remark (needed when it is done again)' },
        validate: { maxLength: 1000 },
      },
    ]),
  },
  services: { accepted },
}
