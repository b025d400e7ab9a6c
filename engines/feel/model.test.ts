import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  choicesOf,
  createEngine,
  type DateTime,
  fromPlain,
  type Model,
  parseDateTime,
  toPlain,
  type Value,
  whatIf,
} from './index.ts'

const engine = createEngine({ now: () => parseDateTime('2024-11-15T09:30:00+08:00') as DateTime })

const definitions = (body: string, name = '试') =>
  `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:${name}" name="${name}">${body}</definitions>`
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const text = (words: string) => `<text>${escaped(words)}</text>`
const input = (name: string, type = 'number') =>
  `<inputData id="i_${name}" name="${name}"><variable name="${name}" typeRef="${type}"/></inputData>`
const needs = (...names: readonly string[]) =>
  names
    .map(
      (name) =>
        `<informationRequirement><required${name.startsWith('d_') ? 'Decision' : 'Input'} href="#${name}"/></informationRequirement>`,
    )
    .join('')

interface TableText {
  readonly policy: string
  readonly aggregation?: string
  readonly outputs: readonly {
    readonly name: string
    readonly values?: string
    readonly otherwise?: string
  }[]
  /** Cells of the inputs, then those of the outputs. */
  readonly rules: readonly (readonly string[])[]
}

function table(inputs: readonly string[], { policy, aggregation, outputs, rules }: TableText): string {
  const cells = (rule: readonly string[]) =>
    rule
      .map((cell, i) =>
        i < inputs.length
          ? `<inputEntry>${text(cell)}</inputEntry>`
          : `<outputEntry>${text(cell)}</outputEntry>`,
      )
      .join('')
  return definitions(`${inputs.map((name) => input(name)).join('')}
    <decision id="d" name="结果"><variable name="结果"/>${needs(...inputs.map((name) => `i_${name}`))}
    <decisionTable hitPolicy="${policy}"${aggregation ? ` aggregation="${aggregation}"` : ''}>
    ${inputs.map((name) => `<input label="${name}"><inputExpression typeRef="number">${text(name)}</inputExpression></input>`).join('')}
    ${outputs
      .map(
        ({ name, values, otherwise }) =>
          `<output name="${name}">${values ? `<outputValues>${text(values)}</outputValues>` : ''}${otherwise ? `<defaultOutputEntry>${text(otherwise)}</defaultOutputEntry>` : ''}</output>`,
      )
      .join('')}
    ${rules.map((rule, i) => `<rule id="r${i + 1}">${cells(rule)}</rule>`).join('')}
    </decisionTable></decision>`)
}

const ask = (model: Model, given: Readonly<Record<string, unknown>>, name = '结果') =>
  toPlain(model.evaluate(name, fromPlain(given) as Readonly<Record<string, Value>>))

describe('hit policies', () => {
  const rules = [
    ['>= 60', '"合格"'],
    ['>= 80', '"良好"'],
    ['>= 90', '"优秀"'],
  ]
  const values = '"优秀", "良好", "合格"'
  const graded = (policy: string, aggregation?: string) =>
    engine.model(
      table(['分'], {
        policy,
        ...(aggregation ? { aggregation } : {}),
        outputs: [{ name: '等', values, otherwise: '"不合格"' }],
        rules,
      }),
    )
  it.each([
    ['UNIQUE', 95, null],
    ['UNIQUE', 65, '合格'],
    ['FIRST', 95, '合格'],
    ['ANY', 95, null],
    ['PRIORITY', 95, '优秀'],
    ['RULE ORDER', 95, ['合格', '良好', '优秀']],
    ['OUTPUT ORDER', 95, ['优秀', '良好', '合格']],
    ['COLLECT', 85, ['合格', '良好']],
    ['PRIORITY', 10, '不合格'],
  ])('%s of %d is %j', (policy, score, expected) => {
    const model = graded(policy)
    expect(model.problems).toEqual([])
    expect(ask(model, { 分: score })).toEqual(expected)
  })
  it.each([
    ['SUM', 60],
    ['MIN', 10],
    ['MAX', 30],
    ['COUNT', 3],
  ])('COLLECT %s is %d', (aggregation, expected) => {
    const model = engine.model(
      table(['分'], {
        policy: 'COLLECT',
        aggregation,
        outputs: [{ name: '加分' }],
        rules: [
          ['>= 60', '10'],
          ['>= 80', '20'],
          ['>= 90', '30'],
        ],
      }),
    )
    expect(ask(model, { 分: 95 })).toBe(expected)
  })
})

it('types are checked: what is none of its type, or not allowed, is nothing', () => {
  const model = engine.model(
    definitions(`<itemDefinition name="比例"><typeRef>number</typeRef><allowedValues>${text('[0..1]')}</allowedValues></itemDefinition>
      ${input('值', '比例')}
      <decision id="d" name="结果"><variable name="结果" typeRef="number"/>${needs('i_值')}<literalExpression>${text('值 * 100')}</literalExpression></decision>`),
  )
  expect(ask(model, { 值: 0.25 })).toBe(25)
  expect(ask(model, { 值: 1.5 })).toBe(null)
  expect(ask(model, { 值: '0.25' })).toBe(null)
  expect(ask(model, { 值: [0.5] })).toBe(50)
})

it('functions and services are called by name, imports under their prefix', () => {
  const shared = engine.model(
    definitions(
      `<businessKnowledgeModel id="b" name="补差"><variable name="补差"/><encapsulatedLogic><formalParameter name="高" typeRef="number"/><formalParameter name="已付" typeRef="number"/>
      <literalExpression>${text('max(高 - 已付, 0)')}</literalExpression></encapsulatedLogic></businessKnowledgeModel>`,
      '共用',
    ),
  )
  const source =
    definitions(`<import name="共用" namespace="urn:共用" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>${input('应付')}
    <decision id="d" name="结果"><variable name="结果"/>${needs('i_应付')}<knowledgeRequirement><requiredKnowledge href="urn:共用#b"/></knowledgeRequirement>
    <literalExpression>${text('共用.补差(已付: 20, 高: 应付)')}</literalExpression></decision>`)
  const model = engine.model(source, [shared])
  expect(model.problems).toEqual([])
  expect(ask(model, { 应付: 50 })).toBe(30)
  expect(ask(model, { 应付: 5 })).toBe(0)
  expect(ask(shared, { 高: 9, 已付: 4 }, '补差')).toBe(5)
  expect(engine.model(source).problems).toMatchObject([
    { code: 'MISSING_IMPORT', what: 'urn:共用' },
    { code: 'MISSING_REQUIREMENT' },
    { code: 'UNKNOWN_NAME' },
  ])
})

it('what is wrong is told with its element, its text and its place in it; the rest of the model still runs', () => {
  const model = engine.model(
    definitions(`${input('甲')}
      <decision id="d_bad" name="坏"><variable name="坏"/>${needs('i_甲')}<literalExpression id="l_bad">${text('甲 + 乙')}</literalExpression></decision>
      <decision id="d" name="结果"><variable name="结果"/>${needs('i_甲')}<literalExpression>${text('甲 + 1')}</literalExpression></decision>`),
  )
  expect(model.problems).toEqual([
    {
      code: 'UNKNOWN_NAME',
      what: '乙',
      element: 'l_bad',
      place: '坏',
      expression: '甲 + 乙',
      start: 4,
      end: 5,
    },
  ])
  expect(ask(model, { 甲: 1 })).toBe(2)
  expect(engine.model('<definitions>').problems).toMatchObject([{ code: 'XML' }])
})

describe('why, and what if', () => {
  const model = engine.model(
    table(['研发', '强度'], {
      policy: 'FIRST',
      outputs: [{ name: '结论' }],
      rules: [
        ['> 200', '>= 5', '"可享"'],
        ['-', '-', '"不符合"'],
      ],
    }),
  )
  const given = fromPlain({ 研发: 900, 强度: 4.6 }) as Readonly<Record<string, Value>>

  it('each test says what it saw; the nearest rule says how much is missing', () => {
    const [step] = model.explain('结果', given)
    expect(step).toMatchObject({ decision: '结果', answer: '不符合' })
    expect(step?.table?.nearest).toBe(1)
    expect(step?.table?.rules.map(({ matched }) => matched)).toEqual([false, true])
    expect(step?.table?.rules[0]?.tests).toEqual([
      { input: '研发', test: '> 200', operand: 900, verdict: true },
      {
        input: '强度',
        test: '>= 5',
        operand: 4.6,
        verdict: false,
        short: { operator: '>=', bound: 5, by: 0.4 },
      },
    ])
  })

  it('what is missing is neither passed nor failed', () => {
    const [step] = model.explain('结果', fromPlain({ 研发: 900 }) as Readonly<Record<string, Value>>)
    expect(step?.table?.rules[0]?.tests[1]).toMatchObject({ operand: null, verdict: null })
  })

  it('the smallest single change that reaches the better answer is found, and none where none does', () => {
    const changes = (inputs: Readonly<Record<string, Value>>) =>
      whatIf({
        inputs,
        evaluate: (changed) => model.evaluate('结果', changed),
        better: (answer) => answer === '可享',
      })
    expect(changes(given)).toEqual([{ input: '强度', now: 4.6, next: 5, by: 0.4, answer: '可享' }])
    expect(changes(fromPlain({ 研发: 100, 强度: 4 }) as Readonly<Record<string, Value>>)).toEqual([])
  })
})

it('what is no number is changed to what the model asks for', () => {
  const model = engine.model(
    definitions(`${input('类型', 'string')}${input('规上', 'boolean')}
      <decision id="d" name="结果"><variable name="结果"/>${needs('i_类型', 'i_规上')}
      <literalExpression>${text('if 规上 and (类型 = "高企" or 类型 in ("小巨人", "贸易")) and 类型 != "贸易" then "可享" else "不符合"')}</literalExpression></decision>`),
  )
  expect(choicesOf(model)).toEqual({ 类型: ['高企', '小巨人', '贸易'], 规上: [true, false] })
  const changes = (类型: string, 规上: boolean) =>
    whatIf({
      inputs: { 类型, 规上 },
      evaluate: (changed) => model.evaluate('结果', changed),
      better: (answer) => answer === '可享',
      choices: choicesOf(model),
    })
  expect(changes('其他', true)).toEqual([
    { input: '类型', now: '其他', next: '高企', answer: '可享' },
    { input: '类型', now: '其他', next: '小巨人', answer: '可享' },
  ])
  expect(changes('高企', false)).toEqual([{ input: '规上', now: false, next: true, answer: '可享' }])
  expect(changes('其他', false)).toEqual([])
})

it('what is made ready for many subjects answers as what is not: numbers, missing values and texts alike', () => {
  const number = fc.integer({ min: -30, max: 30 }).map((n) => n / 10)
  const cell = fc.oneof(
    fc.constant(''),
    fc
      .tuple(fc.constantFrom('<', '<=', '>', '>=', '=', '!='), number)
      .map(([operator, bound]) => `${operator} ${bound}`),
    fc
      .tuple(fc.constantFrom('[', '('), number, number, fc.constantFrom(']', ')'))
      .map(([open, low, high, close]) => `${open}${low}..${high}${close}`),
    fc.tuple(number, number).map(([a, b]) => `${a}, ${b}`),
    fc.tuple(number, number).map(([a, b]) => `not(${a}, ${b})`),
  )
  const rule = fc
    .tuple(cell, cell, fc.integer({ min: 1, max: 9 }))
    .map(([a, b, answer]) => [a, b, String(answer)])
  const input = fc.oneof(
    { weight: 6, arbitrary: number },
    fc.constant(null),
    fc.constant('3'),
    fc.constant([1]),
  )
  let direct = 0
  fc.assert(
    fc.property(
      fc.array(rule, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('FIRST', 'UNIQUE'),
      fc.array(fc.tuple(input, input), { minLength: 5, maxLength: 20 }),
      (rules, policy, subjects) => {
        const model = engine.model(table(['甲', '乙'], { policy, outputs: [{ name: '结论' }], rules }))
        expect(model.problems).toEqual([])
        if (model.find('结果')?.numeric?.()) direct++
        const ready = model.prepare('结果')
        for (const [a, b] of subjects) {
          const inputs = fromPlain({ 甲: a, 乙: b }) as Readonly<Record<string, Value>>
          expect(ready(inputs)).toEqual(model.evaluate('结果', inputs))
        }
      },
    ),
  )
  // Otherwise one way would have been held against itself.
  expect(direct).toBeGreaterThan(50)
})
