import type { Element, Process } from '../model/types.ts'
import type { Done, Scope, State, Token } from './state.ts'

/** Where elements of the old diagram stand in the new one; what is not named keeps its id. */
export type Mapping = Readonly<Record<string, string>>

/** Why a case cannot go on by the new diagram. */
export interface Unfit {
  readonly code: /** Where a token stands, or what could still be undone, has no place in the new diagram. */
    | 'GONE'
    /** There is something else: another kind of element or event, a loop where there was none. */
    | 'KIND'
    /** It stands inside of another part. */
    | 'WITHIN'
    /** A token waits at a gateway for others, and the flow by which it came is not there any more. */
    | 'FLOW'
  /** The element or flow of the old diagram. */
  readonly place: string
  readonly what: string
}

/**
 * A case as it stands, on another diagram: every token stands at the element that the mapping names, within the same
 * parts, waiting for the same. Nothing runs by that.
 */
export function adopt(
  from: Process,
  to: Process,
  state: State,
  mapping: Mapping = {},
): { readonly state: State } | { readonly unfit: readonly Unfit[] } {
  const unfit: Unfit[] = []
  const newId = (id: string) => (id === from.id ? to.id : (mapping[id] ?? id))
  const refuse = (code: Unfit['code'], place: string) => {
    unfit.push({ code, place, what: from.elements.get(place)?.name ?? place })
    return place
  }
  const place = (id: string): string => {
    if (id === from.id) return to.id
    const [old, found] = [from.elements.get(id), to.elements.get(newId(id))]
    if (!old || !found) return refuse('GONE', id)
    if (!alike(old, found)) return refuse('KIND', id)
    return newId(old.within) === found.within ? found.id : refuse('WITHIN', id)
  }
  const flow = (id: string, at: string): string =>
    to.elements.get(newId(at))?.incoming.includes(newId(id)) ? newId(id) : refuse('FLOW', id)
  const undoable = (done: readonly Done[]): readonly Done[] =>
    done.map((each) => ({
      ...each,
      activity: place(each.activity),
      ...(each.inside ? { inside: undoable(each.inside) } : {}),
    }))
  const counts = (happened: Token['happened']) =>
    happened && Object.fromEntries(Object.entries(happened).map(([id, count]) => [newId(id), count]))
  const token = (each: Token): Token => ({
    ...each,
    at: place(each.at),
    ...(each.by === undefined ? {} : { by: flow(each.by, each.at) }),
    ...(each.left ? { left: undoable(each.left) } : {}),
    ...(each.happened ? { happened: counts(each.happened) as Record<string, number> } : {}),
  })
  const scope = (each: Scope): Scope => ({
    ...each,
    of: place(each.of),
    done: undoable(each.done),
    ...(each.happened ? { happened: counts(each.happened) as Record<string, number> } : {}),
  })
  const adopted: State = {
    ...state,
    tokens: new Map([...state.tokens].map(([id, each]) => [id, token(each)])),
    scopes: new Map([...state.scopes].map(([id, each]) => [id, scope(each)])),
  }
  return unfit.length > 0 ? { unfit: distinct(unfit) } : { state: adopted }
}

/** Whether what waits at the one can wait at the other. */
const alike = (a: Element, b: Element): boolean =>
  a.kind === b.kind &&
  a.event?.type === b.event?.type &&
  (a.loop === undefined) === (b.loop === undefined) &&
  a.loop?.sequential === b.loop?.sequential &&
  (a.undoneBy === undefined || b.undoneBy !== undefined)

const distinct = (unfit: readonly Unfit[]): readonly Unfit[] => [
  ...new Map(unfit.map((each) => [`${each.code} ${each.place}`, each])).values(),
]
