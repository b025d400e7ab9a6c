import { readFileSync } from 'node:fs'
import type { ProcessDeclaration } from '../../../kernel/flow/index.ts'
import { text } from '../../../kernel/text.ts'
import { CITY_OFFICE } from '../settings.ts'
import { forms } from './forms.ts'
import { moveLimit } from './limit.ts'
import { services } from './services.ts'

/** 案件: a report from its verification to its close; where it stands is mirrored on the report in the same transaction. */
export const cityCase: ProcessDeclaration = {
  id: 'city.case',
  name: text('城市管理案件', 'Case of city management'),
  about: text(
    '一件上报经核实、立案、派遣、处置、核查到结案；结案后七天内可重开',
    'A report is verified, filed, dispatched, handled, checked and closed; within seven days it can be reopened',
  ),
  office: CITY_OFFICE,
  diagram: readFileSync(new URL('./case.bpmn', import.meta.url), 'utf8'),
  forms,
  services,
  onLimit: moveLimit,
}
