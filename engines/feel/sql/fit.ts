import { instanceOf } from '../compile/index.ts'
import type { ItemType } from '../syntax/index.ts'
import { bound, choose } from './choose.ts'
import { Names } from './names.ts'
import { isNull, isScalarType, NULL, opened, type Scalar, type Term, Unpushable } from './term.ts'
import { testsTerm } from './tests.ts'
import type { Translation } from './translation.ts'

/** A value as a type takes it, else null. */
export function fitTerm(term: Term, to: ItemType, by: Translation): Term {
  if (to.type === 'Any' && !to.allowed) return term
  if (isNull(term)) return NULL
  const taken = typed(term, to, by)
  if (!to.allowed || isNull(taken)) return taken
  const value = bound(by.columns, taken)
  const allowed = testsTerm(to.allowed, value, new Names().with('?', value), by)
  if (allowed.kind === 'constant') return allowed.value === true ? value : NULL
  return choose(by.columns, [{ when: by.columns.bind(allowed as Scalar), answer: value }], NULL)
}

function typed(term: Term, to: ItemType, by: Translation): Term {
  const { type } = to
  if (type === 'Any') return term
  const open = opened(term)
  if (open.kind === 'constant') {
    if (isScalarType(type)) return instanceOf(open.value, type) ? open : NULL
    throw new Unpushable('TYPE', typeof type === 'string' ? type : type.kind)
  }
  if (open.kind === 'scalar' && isScalarType(type)) return open.type === type ? open : NULL
  if (open.kind === 'context' && typeof type === 'object' && type.kind === 'context') {
    const entries = new Map(open.entries)
    for (const [name, of] of Object.entries(type.entries)) {
      const entry = entries.get(name)
      // A part that is of another type makes the whole none: only where types settle it now is that said here.
      const item = to.entries?.[name] ?? { type: of }
      if (!entry || item.allowed) throw new Unpushable('TYPE', 'context')
      const part = fitTerm(entry, item, by)
      if (isNull(part) && !isNull(entry)) return NULL
      entries.set(name, part)
    }
    return { ...open, entries }
  }
  throw new Unpushable('TYPE', typeof type === 'string' ? type : type.kind)
}
