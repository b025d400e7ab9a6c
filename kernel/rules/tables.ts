import { STAFF_READS } from '../access/grants.ts'
import { VERSION_STATES } from '../drafting.ts'
import { defineRecord, type RecordDefinition, type Row } from '../store/index.ts'
import { text } from '../text.ts'

/**
 * 规则版本: one wording of a decision. It has two times: from when it is in force in the world (`from`, `to`), and
 * since when the zone knows it (`published_at`). What is published never changes; a correction is a later version.
 */
export const versions = defineRecord({
  id: 'rules.versions',
  name: text('规则版本', 'Versions of rules'),
  about: text('每行一条规则的一个版本：起草、发布、生效', 'One wording of one decision'),
  title: 'note',
  grants: [STAFF_READS],
  // Written by the routes of rules alone, which know who may publish.
  columns: {
    decision: { kind: 'text', name: text('规则', 'Decision') },
    number: { kind: 'integer', name: text('版本号', 'Number') },
    note: { kind: 'text', name: text('修订说明', 'What changed') },
    state: { kind: 'choice', name: text('状态', 'State'), choices: VERSION_STATES },
    from: { kind: 'date', name: text('生效日', 'In force from') },
    to: {
      kind: 'date',
      name: text('失效日', 'No longer from'),
      help: text('当日起不再适用；空为长期', 'First day on which it no longer holds'),
      optional: true,
    },
    editors: { kind: 'data', name: text('起草人', 'Who wrote it') },
    published_by: { kind: 'text', name: text('发布人', 'Published by'), optional: true },
    published_at: { kind: 'instant', name: text('发布时间', 'Published at'), optional: true },
    model: { kind: 'longText', name: text('模型', 'Model'), help: text('DMN 文件', 'DMN XML'), quiet: true },
    cases: { kind: 'longText', name: text('用例', 'Cases'), quiet: true },
    effect: { kind: 'data', name: text('影响测算', 'Effect when submitted'), optional: true },
  },
  unique: [['decision', 'number']],
  valid: { from: 'from', to: 'to' },
})

export type VersionRow = Row<typeof versions>

export const ruleRecords: readonly RecordDefinition[] = [versions]
