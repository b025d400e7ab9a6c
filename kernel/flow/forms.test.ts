import { expect, it } from 'vitest'
import { checkForm, type FormField, formProblems } from './forms.ts'

const form = (...components: FormField[]) => ({ components })
const never = () => false
const said = (field: FormField, value: unknown) => {
  const { values, problems } = checkForm(form(field), value === undefined ? {} : { x: value }, {}, never)
  return problems[0]?.says.zh ?? values.x
}

it('what is wrong is said by the English name of a field in English', () => {
  const field = {
    type: 'textfield',
    label: '意见',
    properties: { en: 'Opinion' },
    validate: { required: true },
  }
  expect(checkForm(form({ ...field, key: 'x' }), {}, {}, never).problems[0]?.says).toEqual({
    zh: '“意见”必须填写',
    en: '"Opinion" must be filled in',
  })
})

it.each<[FormField, unknown, unknown]>([
  [{ type: 'textfield', validate: { required: true } }, '', '“x”必须填写'],
  [{ type: 'textfield', validate: { required: true } }, undefined, '“x”必须填写'],
  [{ type: 'textfield' }, undefined, null],
  [{ type: 'textfield', label: '意见', validate: { maxLength: 3 } }, '很不错呀', '“意见”不能超过3个字'],
  [{ type: 'textarea', validate: { minLength: '3' } }, '好', '“x”至少3个字'],
  [{ type: 'textfield', validate: { pattern: '^\\d{6}$' } }, '31504', '“x”格式不符'],
  [{ type: 'textfield' }, { a: 1 }, '“x”应为文字'],
  [{ type: 'textfield' }, '字'.repeat(10_001), '“x”不能超过10000个字'],
  [{ type: 'number', validate: { min: 1, max: 5 } }, 0, '“x”不能小于1'],
  [{ type: 'number', validate: { min: 1, max: 5 } }, 6, '“x”不能大于5'],
  [{ type: 'number', validate: { min: 1, max: 5 } }, 5, 5],
  [{ type: 'number', decimalDigits: 1 }, 1.25, '“x”最多1位小数'],
  [{ type: 'number' }, 'many', '“x”应为数字'],
  [{ type: 'number' }, '12.50', '12.50'],
  [{ type: 'checkbox', validate: { required: true } }, false, '“x”必须填写'],
  [{ type: 'checkbox' }, 'yes', '“x”应为是或否'],
  [{ type: 'radio', values: [{ value: 'a' }, { value: 'b' }] }, 'c', '“x”不在可选范围内'],
  [{ type: 'radio', values: [{ value: 'a' }, { value: 'b' }] }, 'b', 'b'],
  [{ type: 'select', valuesKey: 'offices' }, 'any', 'any'],
  [{ type: 'checklist', values: [{ value: 'a' }, { value: 'b' }] }, ['a', 'c'], '“x”不在可选范围内'],
  [{ type: 'checklist', validate: { required: true } }, [], '“x”必须填写'],
  [{ type: 'datetime', subtype: 'date' }, '2024-11-31', '2024-11-31'],
  [{ type: 'datetime', subtype: 'date' }, '2024-13-01', '“x”不是有效的日期或时间'],
  [{ type: 'datetime', subtype: 'datetime' }, '2024-11-15T09:00', '2024-11-15T09:00'],
])('%j of %j', (field, value, expected) => {
  expect(said({ key: 'x', ...field }, value)).toEqual(expected)
})

it('keeps what it asks for and nothing else', () => {
  const asked = form(
    { type: 'textfield', key: 'seen' },
    { type: 'textfield', key: 'fixed', readonly: true },
    { type: 'text', text: 'a line' },
    { type: 'group', components: [{ type: 'number', key: 'inside', validate: { required: true } }] },
  )
  expect(checkForm(asked, { seen: 'a', fixed: 'b', inside: 3 }, {}, never)).toEqual({
    values: { seen: 'a', inside: 3 },
    problems: [],
  })
  const { problems } = checkForm(asked, { inside: 1, amount: 9_000_000 }, {}, never)
  expect(problems).toEqual([{ key: 'amount', says: expect.objectContaining({ zh: '表单里没有“amount”' }) }])
})

it('asks for nothing that its conditions hide, by what is said and what is known', () => {
  const asked = form(
    { type: 'checkbox', key: 'bad' },
    {
      type: 'group',
      conditional: { hide: '=not bad' },
      components: [{ type: 'textfield', key: 'why', validate: { required: true } }],
    },
  )
  const holds = (_: string, vars: Record<string, unknown>) => vars.bad !== true
  expect(checkForm(asked, { bad: false }, {}, holds)).toEqual({ values: { bad: false }, problems: [] })
  expect(checkForm(asked, { bad: false, why: 'x' }, {}, holds).values).not.toHaveProperty('why')
  expect(checkForm(asked, { bad: true }, {}, holds).problems.map(({ key }) => key)).toEqual(['why'])
  expect(checkForm(asked, {}, { bad: true }, holds).problems.map(({ key }) => key)).toEqual(['why'])
})

it('is not published with what the server cannot hold anybody to', () => {
  expect(formProblems(form({ type: 'textfield', key: 'a' }, { type: 'text' }))).toEqual([])
  const wrong = formProblems(
    form(
      { type: 'filepicker', key: 'f', label: '附件' },
      { type: 'textfield', key: 'a.b' },
      { type: 'textfield', key: 'a', validate: { pattern: '(' } },
      { type: 'group', components: [{ type: 'number', key: 'a' }] },
    ),
  )
  expect(wrong.map(({ zh }) => zh)).toEqual([
    '“附件”是不支持的控件 filepicker',
    '“a.b”的键名须是一个名称，不含点号和空格',
    '“a”的格式写法无法识别',
    '键名“a”用了两次',
  ])
  expect(formProblems('x')).toHaveLength(1)
})
