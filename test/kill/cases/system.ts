import { diagram } from '../../../engines/bpmn/diagram.fixture.ts'
import { PATTERNS } from '../../../engines/bpmn/patterns.fixture.ts'
import type { ProcessDeclaration } from '../../../kernel/flow/index.ts'
import { defineSystem } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'

const name = text('试验', 'Trial')

export const processes: readonly ProcessDeclaration[] = Object.entries(PATTERNS).map(
  ([number, { source }]) => ({
    id: `trial.pattern${number}`,
    name,
    about: name,
    office: 'office',
    diagram: diagram(source),
  }),
)

/** A system whose cases are the twenty patterns. */
export default defineSystem({
  id: 'trial',
  name,
  group: 'self',
  office: 'office',
  about: name,
  records: [],
  indicators: [],
  processes,
})
