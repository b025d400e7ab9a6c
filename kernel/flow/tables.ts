import { STAFF_READS } from '../access/grants.ts'
import { VERSION_STATES } from '../drafting.ts'
import { defineRecord, type RecordDefinition, type Row } from '../store/index.ts'
import { text } from '../text.ts'

/** 流程版本: one diagram of a process. What is published never changes; a case keeps the version it began with. */
export const diagrams = defineRecord({
  id: 'flow.diagrams',
  name: text('流程版本', 'Versions of processes'),
  about: text('每行一个流程的一个版本', 'One diagram of one process'),
  title: 'note',
  grants: [STAFF_READS],
  // Written by the kernel alone, which knows who may publish.
  columns: {
    process: { kind: 'text', name: text('流程', 'Process') },
    number: { kind: 'integer', name: text('版本号', 'Number') },
    note: { kind: 'text', name: text('修订说明', 'What changed') },
    state: { kind: 'choice', name: text('状态', 'State'), choices: VERSION_STATES },
    editors: { kind: 'data', name: text('起草人', 'Who drew it'), optional: true },
    published_by: { kind: 'text', name: text('发布人', 'Published by'), optional: true },
    published_at: { kind: 'instant', name: text('发布时间', 'Published at'), optional: true },
    diagram: {
      kind: 'longText',
      name: text('流程图', 'Diagram'),
      help: text('BPMN 文件', 'BPMN XML'),
      quiet: true,
    },
    forms: {
      kind: 'data',
      name: text('表单', 'Forms'),
      help: text('按名称存放的表单（form-js）', 'form-js schemas by key'),
      quiet: true,
      optional: true,
    },
  },
  unique: [['process', 'number']],
})

/** 办件封存: heads of the chains of cases, put under the zone's own chain of changes. */
export const seals = defineRecord({
  id: 'flow.seals',
  name: text('办件封存', 'Seals over cases'),
  about: text(
    '每行一次封存：当时各办件最后一步的校验值',
    'One sealing: the last step of each case that had moved',
  ),
  title: 'cases',
  // Written by the kernel alone, and read by `gaoxin audit verify`.
  grants: [],
  columns: {
    cases: { kind: 'integer', name: text('办件数', 'Cases'), unit: 'item' },
    heads: {
      kind: 'longText',
      name: text('校验值', 'Heads'),
      help: text('每行：办件号 步数 SM3', 'A line each: case, number of steps, SM3'),
      quiet: true,
    },
  },
})

export type DiagramRow = Row<typeof diagrams>

export const flowRecords: readonly RecordDefinition[] = [diagrams, seals]
