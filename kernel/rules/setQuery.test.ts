import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import {
  contextOf,
  createEngine,
  type DateTime,
  fromPlain,
  literal,
  type Model,
  parseDateTime,
} from '../../engines/feel/index.ts'
import { testZone } from '../../test/zone.ts'
import { askOf, typesOf } from './setQuery.ts'

/** A decision asked as one query answers every subject as the compiled functions answer it. */
const test = testZone({ systems: [] })
const engine = createEngine({ now: () => parseDateTime('2024-11-15T09:30:00+08:00') as DateTime })

const TYPES = {
  甲: 'number',
  乙: 'number',
  名: 'string',
  号: 'string',
  是: 'boolean',
  日: 'date',
  期: 'date',
}
type Subject = Readonly<Record<keyof typeof TYPES, string | boolean | null>>

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const text = (words: string) => `<text>${escaped(words)}</text>`
const needed = Object.keys(TYPES)
  .map((name) => `<informationRequirement><requiredInput href="#${name}"/></informationRequirement>`)
  .join('')
const modelOf = (logic: string, type = ''): Model =>
  engine.model(`<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:t" name="t">
    ${Object.entries(TYPES)
      .map(
        ([name, of]) =>
          `<inputData id="${name}" name="${name}"><variable name="${name}" typeRef="${of}"/></inputData>`,
      )
      .join('')}
    <decision id="d" name="答"><variable name="答"${type ? ` typeRef="${type}"` : ''}/>${needed}${logic}</decision></definitions>`)

/** Rows of a query, as a system would ask for them. */
const rowsOf = (subjects: readonly Subject[]) =>
  sql`select * from jsonb_to_recordset(${JSON.stringify(subjects)}::jsonb) as s("甲" numeric, "乙" numeric, "名" text, "号" text, "是" boolean, "日" date, "期" date)`

async function bothAnswer(model: Model, subjects: readonly Subject[]): Promise<void> {
  expect(model.problems).toEqual([])
  const { db } = test.zone.context()
  const rows = rowsOf(subjects)
  const types = await typesOf(db, rows, Object.keys(TYPES))
  const asked = askOf({ model, decision: '答', subjects: rows, types, keep: [] })
  if (!('query' in asked)) throw new Error(`${asked.code} ${asked.what}`)
  const answers = (await asked.query.execute(db)).rows.map(asked.read)
  const expected = subjects.map((subject) =>
    model.evaluate(
      '答',
      contextOf(
        Object.entries(TYPES).map(([name, type]) => [
          name,
          fromPlain(subject[name as keyof Subject], type as 'number'),
        ]),
      ),
    ),
  )
  expect(answers.map(literal)).toEqual(expected.map(literal))
}

const expression = (words: string) => modelOf(`<literalExpression>${text(words)}</literalExpression>`)
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null, freq: 6 })
const decimal = fc.oneof(
  fc.integer({ min: -20, max: 20 }).map(String),
  fc
    .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 4 }))
    .map(([n, places]) => (n / 10 ** places).toFixed(places)),
  fc.constantFrom(
    '0',
    '0.5',
    '1.5',
    '2.5',
    '-0.5',
    '1e20',
    '-1e-20',
    '9999999999999999999999999999999999',
    '0.3333333333333333333333333333333333',
    '123456789012345678.123456789012345678',
  ),
)
const word = fc.constantFrom('', 'a', 'ab', 'b', '高新', '高', '😀a', 'Z', "it''s")
const day = fc.constantFrom('2024-02-29', '2023-02-28', '2000-01-01', '2024-12-31', '1999-03-31')
const subject: fc.Arbitrary<Subject> = fc.record({
  甲: maybe(decimal),
  乙: maybe(decimal),
  名: maybe(word),
  号: maybe(word),
  是: maybe(fc.boolean()),
  日: maybe(day),
  期: maybe(day),
})
const subjects = fc.array(subject, { minLength: 5, maxLength: 25 })

/** Texts of expressions by what they yield. */
const { number, truth, words } = fc.letrec<{ number: string; truth: string; words: string }>((tie) => {
  const n = tie('number')
  const t = tie('truth')
  const w = tie('words')
  const call = (names: readonly string[], ...args: fc.Arbitrary<string>[]) =>
    fc.tuple(fc.constantFrom(...names), ...args).map(([name, ...given]) => `${name}(${given.join(', ')})`)
  const infix = (operators: readonly string[], a: fc.Arbitrary<string>, b: fc.Arbitrary<string>) =>
    fc.tuple(a, fc.constantFrom(...operators), b).map((parts) => `(${parts.join(' ')})`)
  return {
    number: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('甲', '乙', '甲', '乙', '0', '3', '0.1', '-2.5', '100', 'null'),
      infix(['+', '-', '*', '/'], n, n),
      fc.tuple(t, n, n).map(([condition, a, b]) => `(if ${condition} then ${a} else ${b})`),
      call(['min', 'max', 'sum', 'mean'], n, n),
      call(['abs', 'floor', 'ceiling'], n),
      call(
        ['decimal', 'round half up', 'round half down', 'round up', 'round down'],
        n,
        fc.constantFrom('0', '1', '2', '-1'),
      ),
      call(['modulo'], n, n),
      call(['string length'], w),
      fc.constantFrom(
        '日.year',
        '日.month',
        '期.day',
        '日.weekday',
        'years and months duration(日, 期).months',
      ),
      n.map((of) => `(-${of})`),
    ),
    truth: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(
        '是',
        'true',
        'false',
        'null',
        '日 < 期',
        '日 = 期',
        '期 >= date("2024-01-01")',
        '日 - 期 > duration("P30D")',
      ),
      infix(['=', '!=', '<', '<=', '>', '>='], n, n),
      infix(['=', '!=', '<', '>='], w, w),
      infix(['and', 'or', '='], t, t),
      call(['not'], t),
      call(['contains', 'starts with', 'ends with'], w, w),
      fc.tuple(n, n, n).map(([a, b, c]) => `(${a} between ${b} and ${c})`),
      fc.tuple(n, n, n).map(([a, b, c]) => `(${a} in [${b}..${c}))`),
      fc.tuple(n, n).map(([a, b]) => `(${a} in (< ${b}, 3, null))`),
      w.map((of) => `list contains(["a", "高新", null], ${of})`),
      n.map((of) => `(${of} instance of number)`),
      fc.tuple(n, w).map(([a, b]) => `(${a} = ${b})`),
    ),
    words: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('名', '号', '"a"', '"高新"', 'null'),
      infix(['+'], w, w),
      n.map((of) => `string(${of})`),
      w.map((of) => `substring(${of}, 2)`),
      w.map((of) => `substring(${of}, 1, 1)`),
      fc.tuple(t, w, w).map(([condition, a, b]) => `(if ${condition} then ${a} else ${b})`),
    ),
  }
})

it('expressions of every kind, for subjects with and without their facts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(number, truth, words), subjects, (logic, given) =>
      bothAnswer(expression(logic), given),
    ),
    { numRuns: Number(process.env.RUNS ?? 150) },
  )
})

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fc.constantFrom(
    '< 3',
    '>= 0',
    '[-2..10)',
    'not(< 0, > 100)',
    '0, 1, 2',
    'null',
    '> 乙',
    '? * 2 > 5',
    '!= 3',
  ),
)
const policy = fc.constantFrom(
  'FIRST',
  'UNIQUE',
  'ANY',
  'PRIORITY',
  'COLLECT SUM',
  'COLLECT MIN',
  'COLLECT MAX',
  'COLLECT COUNT',
)

it('tables with every hit policy that has one answer', async () => {
  const table = fc.record({
    policy,
    outputs: fc.integer({ min: 1, max: 2 }),
    otherwise: fc.boolean(),
    rules: fc.array(
      fc.record({
        cells: fc.tuple(cell, cell, fc.constantFrom('', '', '"a"', '"高新", null', 'not("a")')),
        answers: fc.tuple(fc.constantFrom('1', '2', '3.5'), fc.constantFrom('1', '2', 'null')),
        computed: fc.constantFrom('甲 + 1', '甲 / 乙', 'null', '2'),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  await fc.assert(
    fc.asyncProperty(table, subjects, async ({ policy, outputs, otherwise, rules }, given) => {
      const [hit, aggregation] = policy.split(' ')
      // What has to be compared between rules must be known.
      const fixed = hit === 'ANY' || hit === 'PRIORITY'
      // A count beside a default of several entries is of two kinds.
      const names = ['甲级', '乙级'].slice(0, aggregation === 'COUNT' ? 1 : outputs)
      const logic = `<decisionTable hitPolicy="${hit}"${aggregation ? ` aggregation="${aggregation}"` : ''}>
        ${['甲', '甲 - 乙', '名'].map((of, i) => `<input><inputExpression typeRef="${i < 2 ? 'number' : 'string'}">${text(of)}</inputExpression></input>`).join('')}
        ${names.map((name) => `<output name="${name}"><outputValues>${text('2, 3.5, 1')}</outputValues>${otherwise ? `<defaultOutputEntry>${text('9')}</defaultOutputEntry>` : ''}</output>`).join('')}
        ${rules
          .map(
            ({ cells, answers, computed }) =>
              `<rule>${cells.map((each) => `<inputEntry>${text(each)}</inputEntry>`).join('')}${names
                .map(
                  (_, i) =>
                    `<outputEntry>${text(!fixed && i === 0 ? computed : (answers[i] as string))}</outputEntry>`,
                )
                .join('')}</rule>`,
          )
          .join('')}</decisionTable>`
      await bothAnswer(modelOf(logic), given)
    }),
    { numRuns: Number(process.env.RUNS ?? 150) },
  )
})

it('contexts, functions of the model and types with limits', async () => {
  const given = fc.sample(subject, { numRuns: 60, seed: 7 })
  const context = `<context>
    <contextEntry><variable name="差"/><literalExpression>${text('甲 - 乙')}</literalExpression></contextEntry>
    <contextEntry><variable name="比"/><literalExpression>${text('if 乙 != 0 then 差 / 乙 else null')}</literalExpression></contextEntry>
    <contextEntry><variable name="档"/><literalExpression>${text('if 比 > 0.5 then { 级: "高", 分: 比 } else null')}</literalExpression></contextEntry>
  </context>`
  await bothAnswer(modelOf(context), given)
  await bothAnswer(
    modelOf(
      `<context><contextEntry><variable name="a"/><literalExpression>${text('甲')}</literalExpression></contextEntry><contextEntry><literalExpression>${text('a + 1')}</literalExpression></contextEntry></context>`,
    ),
    given,
  )
  await bothAnswer(expression('{ 倍: function(n: number) n * 2, 答: 倍(倍(甲)) + 倍(1) }.答'), given)
  await bothAnswer(expression('[甲, 乙, 3]'), given)
  // As deep as a query may be.
  await bothAnswer(expression(`甲${' + 乙'.repeat(140)}`), given)
  await bothAnswer(expression('max([甲, 乙, 3]) + sum(甲, 乙)'), given)
  await bothAnswer(modelOf(`<literalExpression>${text('甲')}</literalExpression>`, 'string'), given)
})

it('columns of other kinds than their inputs are not asked about', async () => {
  const { db } = test.zone.context()
  const subjects = sql`select 1.5::float8 as "甲", 2 as "乙", '3'::text as "名", 'x' as "号", true as "是", null::date as "日", null::date as "期"`
  const types = await typesOf(db, subjects, Object.keys(TYPES))
  const ask = { model: expression('甲 + 乙'), decision: '答', subjects, types, keep: [] }
  expect(askOf(ask)).toEqual({ code: 'COLUMN', what: 'double precision', element: '甲' })
})

it('what has no counterpart says so, with its place', () => {
  expect(expression('for i in [1, 2] return i + 甲').query('答', { keep: [] })).toEqual({
    code: 'FORM',
    what: 'for',
    element: '答',
  })
  expect(expression('upper case(名)').query('答', { keep: [] })).toEqual({
    code: 'FUNCTION',
    what: 'upper case',
    element: '答',
  })
  expect(expression(`甲${' + 甲'.repeat(200)}`).query('答', { keep: [] })).toMatchObject({ code: 'SIZE' })
  expect(expression('if 是 then 甲 else 名').query('答', { keep: [] })).toMatchObject({ code: 'MIXED' })
})
