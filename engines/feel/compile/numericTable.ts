import type { Node, Table, Tests } from '../syntax/index.ts'

/**
 * A table of plain numbers as one generated function: where every input is a JavaScript number, comparing with the
 * numbers of the cells is exact (see `values/number.ts`), and nothing is left of the tree at run time. The source is made
 * of numbers, operators and quoted names only.
 */
export type NumericTable<T> = (
  inputs: Readonly<Record<string, unknown>>,
  /** What answers when an input is no plain number. */
  otherwise: (inputs: never) => T,
) => T

/**
 * @param names the input data behind each input of the table; undefined where it is anything else
 * @param answers of each rule, and last the one when none matches
 * @returns undefined for a table that is not of plain numbers
 */
export function numericTable<T>(
  table: Table,
  names: readonly (string | undefined)[],
  answers: readonly T[],
  many: T,
): NumericTable<T> | undefined {
  const { hitPolicy, rules, inputs } = table
  if (hitPolicy !== 'FIRST' && hitPolicy !== 'UNIQUE') return undefined
  if (names.includes(undefined) || inputs.some(({ allowed }) => allowed)) return undefined
  const conditions = rules.map(({ tests }) => conjunction(tests))
  if (conditions.includes(undefined)) return undefined
  const read = names.map((name, i) => `const v${i} = inputs[${JSON.stringify(name)}];`)
  const plain = names.map((_, i) => `typeof v${i} !== 'number' || v${i} !== v${i}`).join(' || ') || 'false'
  const last = `answers[${rules.length}]`
  const body =
    hitPolicy === 'FIRST'
      ? `${conditions.map((condition, i) => `if (${condition}) return answers[${i}];`).join('\n')}\nreturn ${last};`
      : `let hit = ${rules.length};\n${conditions.map((condition, i) => `if (${condition}) { if (hit !== ${rules.length}) return many; hit = ${i}; }`).join('\n')}\nreturn answers[hit];`
  const source = `return (inputs, otherwise) => {\n${read.join('\n')}\nif (${plain}) return otherwise(inputs);\n${body}\n}`
  return new Function('answers', 'many', source)(answers, many) as NumericTable<T>
}

function conjunction(cells: readonly Tests[]): string | undefined {
  const parts = cells.map((cell, i) => condition(cell, `v${i}`))
  if (parts.includes(undefined)) return undefined
  return parts.filter((part) => part !== 'true').join(' && ') || 'true'
}

function condition({ tests, negated }: Tests, input: string): string | undefined {
  if (tests.length === 0) return 'true'
  const parts = tests.map((test) => comparison(test, input))
  if (parts.includes(undefined)) return undefined
  const any = `(${parts.join(' || ')})`
  return negated ? `!${any}` : any
}

function comparison(test: Node, input: string): string | undefined {
  if (test.kind === 'half') {
    const bound = plainNumber(test.bound)
    if (bound === undefined) return undefined
    const operator = test.operator === '=' ? '===' : test.operator === '!=' ? '!==' : test.operator
    return `${input} ${operator} ${bound}`
  }
  if (test.kind === 'range') {
    const [low, high] = [plainNumber(test.from), plainNumber(test.to)]
    if (low === undefined || high === undefined) return undefined
    return `${input} ${test.startIncluded ? '>=' : '>'} ${low} && ${input} ${test.endIncluded ? '<=' : '<'} ${high}`
  }
  const value = plainNumber(test)
  return value === undefined ? undefined : `${input} === ${value}`
}

function plainNumber(node: Node): string | undefined {
  if (node.kind === 'negate') {
    const inner = plainNumber(node.of)
    return inner === undefined ? undefined : `-${inner}`
  }
  return node.kind === 'literal' && typeof node.value === 'number' ? String(node.value) : undefined
}
