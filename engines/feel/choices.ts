import type { Model } from './dmn/index.ts'
import type { Node } from './syntax/index.ts'
import type { Value } from './values/index.ts'

/**
 * What inputs that are no numbers may be, as far as a model speaks of it: yes and no, and of texts those that tables and
 * comparisons ask for.
 */
export function choicesOf(model: Model): Readonly<Record<string, readonly Value[]>> {
  const elements = [...model.elements.values()]
  const spoken = new Map<string, Set<string>>()
  for (const { logic } of elements) if (logic) collect(logic, spoken)
  return Object.fromEntries(
    elements
      .filter(({ kind }) => kind === 'inputData')
      .map(({ name, type }) => [
        name,
        type === 'boolean' ? [true, false] : type === 'string' ? [...(spoken.get(name) ?? [])] : [],
      ]),
  )
}

/** Texts that stand beside a name. */
function collect(node: Node, into: Map<string, Set<string>>): void {
  const beside = (of: Node, parts: readonly Node[]) => {
    const name = of.kind === 'fit' ? of.of : of
    if (name.kind !== 'name') return
    const texts = into.get(name.name) ?? new Set()
    for (const part of parts) for (const text of textsIn(part)) texts.add(text)
    into.set(name.name, texts)
  }
  switch (node.kind) {
    case 'table':
      node.inputs.forEach(({ value }, i) => {
        beside(
          value,
          node.rules.map(({ tests }) => tests[i] as Node),
        )
      })
      break
    case 'comparison':
      beside(node.left, [node.right])
      beside(node.right, [node.left])
      break
    case 'in':
      beside(node.value, node.tests)
      break
  }
  for (const part of partsOf(node)) collect(part, into)
}

const textsIn = (node: Node): readonly string[] =>
  node.kind === 'literal'
    ? typeof node.value === 'string'
      ? [node.value]
      : []
    : partsOf(node).flatMap(textsIn)

/** The nodes within a node, wherever they stand in it. */
const partsOf = (node: Node): readonly Node[] => nodesIn(Object.values(node))

const nodesIn = (values: readonly unknown[]): readonly Node[] =>
  values.flatMap((value) => {
    if (typeof value !== 'object' || value === null) return []
    if ('kind' in value && 'start' in value) return [value as Node]
    return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
      ? nodesIn(Object.values(value))
      : []
  })
