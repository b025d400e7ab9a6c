import type { Vars } from '../../engines/bpmn/index.ts'
import { type Text, text } from '../text.ts'

/** A form as form-js keeps it; of its schema, what the server goes by. */
export interface Form {
  readonly components: readonly FormField[]
  readonly [more: string]: unknown
}
/** By the key that a user task gives in `form`. */
export type Forms = Readonly<Record<string, Form>>

export interface FormField {
  readonly type: string
  readonly key?: string
  readonly label?: string
  readonly disabled?: boolean
  readonly readonly?: boolean
  readonly validate?: {
    readonly required?: boolean
    readonly minLength?: number | string
    readonly maxLength?: number | string
    readonly min?: number | string
    readonly max?: number | string
    readonly pattern?: string
  }
  readonly values?: readonly { readonly value: string; readonly label?: string }[]
  readonly subtype?: string
  readonly decimalDigits?: number | string
  /** FEEL: where it holds, the field is neither shown nor kept. */
  readonly conditional?: { readonly hide?: string }
  /** What an office adds; `en` is the field's name in English, `en.VALUE` that of a choice. */
  readonly properties?: Readonly<Record<string, string>>
  /** Of a group. */
  readonly components?: readonly FormField[]
  readonly [more: string]: unknown
}

/** A form of a diagram's task, of its fields in order: a text in a box where a field gives no type. */
export const taskForm = (id: string, fields: readonly object[]): Form => ({
  type: 'default',
  id,
  schemaVersion: 18,
  components: fields.map((each, i) => ({
    id: `${id}_${i + 1}`,
    type: 'textarea',
    ...each,
  })) as unknown as Form['components'],
})

export interface FieldProblem {
  readonly key: string
  readonly says: Text
}

/** Longest text of one field, in characters. */
const MOST_TEXT = 10_000

/** What a field takes; types that are not here say nothing. */
const INPUTS: Readonly<Record<string, (field: FormField, value: unknown) => Text | undefined>> = {
  textfield: ofText,
  textarea: ofText,
  number: ofNumber,
  checkbox: (_, value) =>
    typeof value === 'boolean' ? undefined : text('应为是或否', 'must be true or false'),
  radio: ofChoice,
  select: ofChoice,
  checklist: ofChoices,
  taglist: ofChoices,
  datetime: ofMoment,
}
const SHOWN = ['text', 'html', 'image', 'separator', 'spacer', 'button', 'group', 'default']

/** The fields that people fill in, those of groups too, in their order. */
export const inputsOf = ({ components }: Pick<Form, 'components'>): readonly FormField[] =>
  components.flatMap((field) => [
    ...(INPUTS[field.type] && field.key ? [field] : []),
    ...(field.components ? inputsOf({ components: field.components }) : []),
  ])

export interface Said {
  /** What is kept, by key: what the form asks for and nothing else. */
  readonly values: Vars
  readonly problems: readonly FieldProblem[]
}

/**
 * Holds what a person says against the form that asked for it.
 * @param known what the case knows; conditions of the form see it too
 * @param holds answers a FEEL condition of the form
 */
export function checkForm(
  form: Form,
  given: Vars,
  known: Vars,
  holds: (condition: string, vars: Vars) => boolean,
): Said {
  const vars = { ...known, ...given }
  const hidden = hiddenIn(form.components, (condition) => holds(condition, vars))
  const inputs = inputsOf(form)
  const values: Record<string, unknown> = {}
  const problems: FieldProblem[] = Object.keys(given)
    .filter((key) => !inputs.some((field) => field.key === key))
    .map((key) => ({ key, says: text(`表单里没有“${key}”`, `The form has no "${key}"`) }))
  for (const field of inputs) {
    const key = field.key as string
    if (hidden.has(field) || field.disabled || field.readonly) continue
    const value = given[key]
    const wrong = isEmpty(value, field)
      ? field.validate?.required
        ? text('必须填写', 'must be filled in')
        : undefined
      : INPUTS[field.type]?.(field, value)
    if (wrong) problems.push({ key, says: named(field, wrong) })
    else values[key] = isEmpty(value, field) ? (field.type === 'checkbox' ? false : null) : value
  }
  return { values, problems }
}

/** What keeps a form from being published. */
export function formProblems(form: unknown): readonly Text[] {
  if (typeof form !== 'object' || form === null || !Array.isArray((form as Form).components))
    return [text('不是表单', 'is not a form')]
  const seen = new Set<string>()
  const problems: Text[] = []
  const look = (fields: readonly FormField[]) => {
    for (const field of fields) {
      const name = field.label ?? field.key ?? field.type
      const { key } = field
      if (!INPUTS[field.type] && !SHOWN.includes(field.type))
        problems.push(
          text(
            `“${name}”是不支持的控件 ${field.type}`,
            `"${name}" is of a kind not supported, ${field.type}`,
          ),
        )
      else if (INPUTS[field.type] && (!key || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(key)))
        problems.push(
          text(`“${name}”的键名须是一个名称，不含点号和空格`, `The key of "${name}" must be one name`),
        )
      else if (INPUTS[field.type] && seen.has(key as string))
        problems.push(text(`键名“${key}”用了两次`, `The key "${key}" is there twice`))
      if (field.validate?.pattern !== undefined && !isPattern(field.validate.pattern))
        problems.push(text(`“${name}”的格式写法无法识别`, `The pattern of "${name}" cannot be read`))
      if (key) seen.add(key)
      if (field.components) look(field.components)
    }
  }
  look((form as Form).components)
  return problems
}

function hiddenIn(
  fields: readonly FormField[],
  holds: (condition: string) => boolean,
  all = false,
): ReadonlySet<FormField> {
  const hidden = new Set<FormField>()
  for (const field of fields) {
    const hide = field.conditional?.hide
    const gone = all || (hide !== undefined && hide !== '' && holds(hide.replace(/^=/, '')))
    if (gone) hidden.add(field)
    for (const inner of hiddenIn(field.components ?? [], holds, gone)) hidden.add(inner)
  }
  return hidden
}

/** A box that must be ticked is empty until it is. */
const isEmpty = (value: unknown, { type }: FormField): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (type === 'checkbox' && value === false)

const named = ({ label, key, properties }: FormField, wrong: Text): Text =>
  text(`“${label || key}”${wrong.zh}`, `"${properties?.en || label || key}" ${wrong.en}`)

/** A limit as form-js keeps it, number or text; one that is computed is left to the page. */
const limit = (value: number | string | undefined): number | undefined =>
  value === undefined || value === '' || Number.isNaN(Number(value)) ? undefined : Number(value)

function ofText({ validate = {} }: FormField, value: unknown): Text | undefined {
  if (typeof value !== 'string') return text('应为文字', 'must be text')
  const { length } = [...value]
  const most = Math.min(limit(validate.maxLength) ?? MOST_TEXT, MOST_TEXT)
  const least = limit(validate.minLength)
  if (length > most) return text(`不能超过${most}个字`, `must not be longer than ${most}`)
  if (least !== undefined && length < least) return text(`至少${least}个字`, `must have ${least} at least`)
  if (validate.pattern && !new RegExp(validate.pattern).test(value))
    return text('格式不符', 'does not have the form asked for')
  return undefined
}

function ofNumber({ validate = {}, decimalDigits }: FormField, value: unknown): Text | undefined {
  // form-js sends text where a field is set to keep digits exactly.
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number)) return text('应为数字', 'must be a number')
  const [least, most, digits] = [limit(validate.min), limit(validate.max), limit(decimalDigits)]
  if (least !== undefined && number < least) return text(`不能小于${least}`, `must not be below ${least}`)
  if (most !== undefined && number > most) return text(`不能大于${most}`, `must not be above ${most}`)
  if (digits !== undefined && Number(number.toFixed(digits)) !== number)
    return text(`最多${digits}位小数`, `must not have more than ${digits} decimals`)
  return undefined
}

const notThere = text('不在可选范围内', 'is none of the choices')
/** Choices that the case itself brings (`valuesKey`, `valuesExpression`) are any text. */
const isChoice = ({ values }: FormField, value: unknown): boolean =>
  typeof value === 'string' &&
  value.length <= MOST_TEXT &&
  (values === undefined || values.some((each) => each.value === value))

function ofChoice(field: FormField, value: unknown): Text | undefined {
  return isChoice(field, value) ? undefined : notThere
}
function ofChoices(field: FormField, value: unknown): Text | undefined {
  return Array.isArray(value) && value.length <= 500 && value.every((each) => isChoice(field, each))
    ? undefined
    : notThere
}

const MOMENTS: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d\d-\d\d$/,
  time: /^\d\d:\d\d(Z|[+-]\d\d:\d\d)?$/,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?$/,
}
function ofMoment({ subtype = 'date' }: FormField, value: unknown): Text | undefined {
  const fits =
    typeof value === 'string' &&
    MOMENTS[subtype]?.test(value) &&
    (subtype === 'time' || !Number.isNaN(Date.parse(value)))
  return fits ? undefined : text('不是有效的日期或时间', 'is no date or time')
}

function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern)
    return true
  } catch {
    return false
  }
}
