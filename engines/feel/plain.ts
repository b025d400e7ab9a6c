import type { TestTrace } from './compile/index.ts'
import type { Step } from './dmn/index.ts'
import { toPlain } from './values/index.ts'

/** A decision on the way as plain data; what is short is exact, as text. */
export const plainStep = ({ decision, answer, table }: Step) => ({
  decision,
  answer: toPlain(answer),
  ...(table
    ? {
        table: {
          ...table,
          rules: table.rules.map((rule) => ({ ...rule, tests: rule.tests.map(plainTest) })),
        },
      }
    : {}),
})

const plainTest = ({ short, operand, ...test }: TestTrace) => ({
  ...test,
  operand: toPlain(operand),
  ...(short
    ? { short: { operator: short.operator, bound: toPlain(short.bound), by: String(toPlain(short.by)) } }
    : {}),
})
