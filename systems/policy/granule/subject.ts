import { traitsOf } from '../../../kernel/subjects/index.ts'
import type { Context } from '../../../kernel/system.ts'
import type { FactKind, GivenFact, KindOf } from './wording.ts'

/** Whom policies are for; a zone without the register judges nobody. */
export const SUBJECT = 'enterprises.enterprises'

/** The kinds of all names that may be asked: traits first, then what a claim brings. */
export function kindsOf({ systems }: Pick<Context, 'systems'>, given: readonly GivenFact[] = []): KindOf {
  const traits = traitsOf(systems, SUBJECT)
  const brought = new Map<string, FactKind>(given.map(({ name, kind }) => [name, kind]))
  return (name) => traits.get(name)?.kind ?? brought.get(name)
}
