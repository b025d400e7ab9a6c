/** Which office keeps a row of the register, and what that allows it. */
import type { Grant } from '../../kernel/access/grants.ts'
import { text } from '../../kernel/text.ts'

/** The office that keeps a row writes it, one by one or a whole file of them. */
export const KEPT: Grant = {
  roles: ['officer'],
  verbs: ['create', 'change', 'import'],
  rows: { column: 'keeper', of: 'office' },
}

export const keeper = {
  kind: 'office',
  name: text('维护单位', 'Kept by'),
  help: text('登记、更正这一行的单位', 'The office that enters and corrects the row'),
} as const
