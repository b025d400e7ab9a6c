import { type Model, tableOf } from '../../engines/feel/index.ts'
import type { Decided } from './decide.ts'
import type { Decision } from './decision.ts'

/** A rule of a table that gives the best verdict: one way to it, with all that has to be passed. */
export interface Way {
  /** The decision of the model that is the table. */
  readonly decision: string
  /** Number of the rule, from 1. */
  readonly rule: number
  readonly verdict: string
  readonly tests: readonly WayTest[]
}

export interface WayTest {
  /** Place of its input in the table, from 0. */
  readonly input: number
  readonly label: string
  /** As the cell says it: `>= 70`. */
  readonly test: string
  /** Whether somebody may be told to mend it: what may never be advised to change is no step to take. */
  readonly mendable: boolean
}

/** The ways to the best verdict that a model has, in its order. */
export function waysOf({ outcome, inputs, decision }: Decision, model: Model): readonly Way[] {
  const best = outcome.order.at(-1)
  return needed(model, decision).flatMap((element) => {
    const table = tableOf(element.logic)
    return (table?.rules ?? []).flatMap((rule, i): readonly Way[] => {
      const [output] = rule.outputs
      if (!table || output?.kind !== 'literal' || output.value !== best) return []
      const tests = rule.tests.flatMap((each, input): readonly WayTest[] => {
        const of = table.inputs[input]
        if (each.tests.length === 0 || !of) return []
        const named = of.value.kind === 'fit' ? of.value.of : of.value
        const mendable = named.kind !== 'name' || inputs[named.name]?.advise !== 'never'
        return [{ input, label: of.label, test: rule.texts[input] ?? '', mendable }]
      })
      return [{ decision: element.name, rule: i + 1, verdict: best ?? '', tests }]
    })
  })
}

function needed(model: Model, decision: string) {
  const found = new Map<string, NonNullable<ReturnType<Model['find']>>>()
  const visit = (element: ReturnType<Model['find']>) => {
    if (element?.kind !== 'decision' || found.has(element.key)) return
    found.set(element.key, element)
    for (const key of element.requires) visit(model.elements.get(key))
  }
  visit(model.find(decision, 'decision'))
  return [...found.values()]
}

/** A test that a subject does not pass, and by how much where a number can say it. */
export interface Missing {
  readonly label: string
  readonly test: string
  readonly operand: unknown
  /** Exact; undefined where no number says it. */
  readonly by?: string
  /** What is tested was not filed. */
  readonly unknown: boolean
}

/** What somebody who was judged lacks on the way on which they lack least; nothing where they pass. */
export function missingOf(decided: Decided, ways: readonly Way[]): readonly Missing[] {
  const lists = ways.flatMap((way) => {
    const rule = decided.steps.find(({ decision }) => decision === way.decision)?.table?.rules[way.rule - 1]
    if (!rule) return []
    const failed = way.tests.filter(({ input }) => rule.tests[input]?.verdict !== true)
    const fixed = failed.filter(({ mendable }) => !mendable).length
    const missing = failed.map(({ label, test, input }): Missing => {
      const { operand = null, verdict, short } = rule.tests[input] ?? {}
      return { label, test, operand, unknown: verdict === null, ...(short ? { by: short.by } : {}) }
    })
    return [{ missing, fixed }]
  })
  const [least] = lists.sort((a, b) => a.fixed - b.fixed || a.missing.length - b.missing.length)
  return least?.missing ?? []
}
