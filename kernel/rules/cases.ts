import { isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, type YAMLMap } from 'yaml'
import { z } from 'zod'
import type { Text } from '../text.ts'
import { text } from '../text.ts'

/**
 * 用例: what the office knows a decision must answer, as YAML beside the model:
 *
 * ```yaml
 * cases:
 *   - name: 增量 200 万元，按 10% 补助
 *     input: { 研发经费: 900, 上年研发经费: 700, 产值: 20000 }
 *     expect: { 结论: 可享, 补助金额: 20 }
 * ```
 *
 * Of an answer with entries only those are compared that `expect` names; any other answer as a whole.
 */
export interface Case {
  readonly name: string
  /** Line in the text, from 1. */
  readonly line: number
  readonly input: Readonly<Record<string, unknown>>
  readonly expect: unknown
}

export interface CaseProblem {
  readonly line: number
  readonly says: Text
}

/** Cases of a model, or what is wrong with their text; a text without cases is no fault of its writing. */
export type Cases =
  | { readonly cases: readonly Case[]; readonly problems: readonly [] }
  | { readonly cases: readonly []; readonly problems: readonly CaseProblem[] }

const MANY = 1000
const oneCase = z.strictObject({
  name: z.string().trim().min(1),
  input: z.record(z.string(), z.unknown()),
  expect: z.unknown(),
})

export function readCases(source: string): Cases {
  const counter = new LineCounter()
  const document = parseDocument(source, { lineCounter: counter, version: '1.2' })
  const lineAt = (offset: number) => counter.linePos(offset).line
  if (document.errors.length > 0)
    return refused(
      document.errors.map(({ pos, message }) => ({
        line: lineAt(pos[0]),
        says: text('YAML 格式有误', `Not valid YAML: ${message.split('\n')[0]}`),
      })),
    )
  const { contents } = document
  if (contents === null) return { cases: [], problems: [] }
  const list = isMap(contents) ? contents.get('cases', true) : undefined
  const keys = isMap(contents) ? (contents as YAMLMap).items.map(keyOf) : []
  if (!isSeq(list) || keys.some((key) => key !== 'cases'))
    return refused([
      { line: 1, says: text('应为“cases:”及其下的用例清单', 'Expected `cases:` and a list under it') },
    ])
  if (list.items.length > MANY)
    return refused([{ line: 1, says: text(`用例超过 ${MANY} 条`, `More than ${MANY} cases`) }])
  const cases: Case[] = []
  const problems: CaseProblem[] = []
  for (const item of list.items) {
    const line = lineAt((item as { range?: [number, number, number] }).range?.[0] ?? 0)
    // Aliases could unfold without end.
    const read = oneCase.safeParse(isMap(item) ? item.toJS(document, { maxAliasCount: 100 }) : undefined)
    if (read.success && 'expect' in read.data) cases.push({ ...read.data, expect: read.data.expect, line })
    else
      problems.push({
        line,
        says: text('用例应有名称 name、输入 input、期望 expect', 'A case has `name`, `input` and `expect`'),
      })
  }
  return problems.length > 0 ? refused(problems) : { cases, problems: [] }
}

const refused = (problems: readonly CaseProblem[]): Cases => ({ cases: [], problems })
const keyOf = ({ key }: Pair) => (isScalar(key) ? key.value : key)

export interface CaseResult {
  readonly name: string
  readonly line: number
  readonly passed: boolean
  readonly expected: unknown
  readonly actual: unknown
}

/**
 * @param answer what the model says of an input, as plain data with exact numbers as JavaScript numbers or text
 */
export const runCases = (
  cases: readonly Case[],
  answer: (input: Readonly<Record<string, unknown>>) => unknown,
): readonly CaseResult[] =>
  cases.map(({ name, line, input, expect }) => {
    const actual = answer(input)
    return { name, line, passed: agrees(expect, actual), expected: expect, actual }
  })

/** Whether an answer is what was expected; entries that nobody expected are free. */
export function agrees(expected: unknown, actual: unknown): boolean {
  if (Array.isArray(expected))
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((each, index) => agrees(each, actual[index]))
    )
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) return false
    return Object.entries(expected).every(([name, value]) =>
      agrees(value, Object.hasOwn(actual, name) ? (actual as Record<string, unknown>)[name] : null),
    )
  }
  // Exact numbers may come as text where a double could not hold them.
  if (typeof expected === 'number' && typeof actual === 'string') return String(expected) === actual
  return (expected ?? null) === (actual ?? null)
}
