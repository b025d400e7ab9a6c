import { type FeelType, FunctionValue, isList, kindOf, type Value } from '../values/index.ts'

/** One way of calling a function. */
interface Variant {
  readonly parameters: readonly {
    readonly name: string
    readonly kinds: readonly string[]
    readonly optional: boolean
  }[]
  /** The last parameter takes all that follow, as a list. */
  readonly variadic: boolean
  readonly call: (...args: never[]) => Value
}

export interface Definition extends Variant {
  readonly name: string
  readonly result: FeelType
}

const SHORT: Readonly<Record<string, string>> = {
  datetime: 'date and time',
  days: 'days and time duration',
  years: 'years and months duration',
  null: 'Null',
}

/**
 * A function by its signature: `define('substring', 'string', 'string: string, start position: number, length?: number', …)`.
 * Kinds are joined by `|`; `any` takes everything, null too; `list...` takes all that follow.
 */
export function define(
  name: string,
  result: FeelType,
  signature: string,
  // biome-ignore lint/suspicious/noExplicitAny: the signature says what comes
  call: (...args: any[]) => Value,
): Definition {
  const parts = signature === '' ? [] : signature.split(',').map((part) => part.trim())
  const parameters = parts.map((part) => {
    const [spoken = '', kinds = 'any'] = part.split(':').map((each) => each.trim())
    return {
      name: spoken.replace(/[?]|\.\.\.$/g, ''),
      optional: spoken.endsWith('?'),
      kinds: kinds.split('|').map((kind) => SHORT[kind] ?? kind),
    }
  })
  return {
    name,
    result,
    parameters,
    variadic: parts.at(-1)?.split(':')[0]?.trim().endsWith('...') ?? false,
    call,
  }
}

/** A value as one of the kinds takes it: as it is, the only item of a list, or a list of it. Undefined: not at all. */
function taken(value: Value, kinds: readonly string[]): Value | undefined {
  if (kinds.includes('any')) return value
  const kind = kindOf(value)
  if (kinds.includes(kind)) return value
  if (isList(value) && value.length === 1) return taken(value[0] as Value, kinds)
  if (kinds.includes('list') && value !== null) return [value]
  return undefined
}

function accepted({ parameters, variadic }: Variant, args: readonly Value[]): Value[] | undefined {
  const most = variadic ? Number.POSITIVE_INFINITY : parameters.length
  const least = parameters.filter(({ optional }) => !optional).length
  if (args.length < least || args.length > most) return undefined
  const values: Value[] = []
  const plain = variadic ? parameters.length - 1 : parameters.length
  for (let i = 0; i < Math.min(plain, args.length); i++) {
    const value = taken(args[i] as Value, (parameters[i] as Variant['parameters'][number]).kinds)
    if (value === undefined) return undefined
    values.push(value)
  }
  if (!variadic) return values
  const rest: Value[] = []
  for (const arg of args.slice(plain)) {
    const value = taken(arg, (parameters.at(-1) as Variant['parameters'][number]).kinds)
    if (value === undefined) return undefined
    rest.push(value)
  }
  return [...values, ...rest]
}

/** All ways of calling one function, the first that fits is taken; what fits none answers null. */
export function functionOf(variants: readonly Definition[]): FunctionValue {
  const first = variants[0] as Definition
  const call = (args: readonly Value[]): Value => {
    for (const variant of variants) {
      const values = accepted(variant, args)
      if (values) return (variant.call as (...given: Value[]) => Value)(...values)
    }
    return null
  }
  const callNamed = (given: ReadonlyMap<string, Value>): Value => {
    for (const variant of variants) {
      const names = variant.parameters.map(({ name }) => name)
      if (![...given.keys()].every((name) => names.includes(name))) continue
      const last = variant.parameters.findLastIndex(({ name }) => given.has(name))
      const wanting = variant.parameters.some(({ name, optional }) => !optional && !given.has(name))
      if (wanting) continue
      const inOrder = variant.parameters.slice(0, last + 1).map(({ name }) => given.get(name) ?? null)
      // A list may be given for what follows.
      const end = inOrder.at(-1)
      const args =
        variant.variadic && isList(end ?? null)
          ? [...inOrder.slice(0, -1), ...(end as readonly Value[])]
          : inOrder
      const values = accepted(variant, args)
      if (values) return (variant.call as (...args: Value[]) => Value)(...values)
    }
    return null
  }
  return new FunctionValue(
    first.parameters.map(({ name }) => ({ name })),
    first.result,
    call,
    { variadic: true, callNamed },
  )
}
