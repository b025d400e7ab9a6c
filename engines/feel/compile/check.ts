import type { ItemType } from '../syntax/index.ts'
import {
  CalendarDate,
  DateTime,
  type FeelType,
  FunctionValue,
  isContext,
  isList,
  kindOf,
  newContext,
  Range,
  UTC_MIDNIGHT,
  type Value,
} from '../values/index.ts'

/** A value as a type takes it; undefined when it is none of the type. */
export type Check = (value: Value) => Value | undefined

/** Whether a value passes the tests that a type allows its values by. */
export type Allows = (tests: NonNullable<ItemType['allowed']>) => (value: Value) => boolean

/** Coercions of §10.3.2.9.4: a list of one for its item, a value for a list of it, a date for its midnight. */
export function compileCheck(item: ItemType, allows: Allows): Check {
  const inner = structure(item, allows)
  const allowed = item.allowed && allows(item.allowed)
  const isOfList = typeof item.type === 'object' && item.type.kind === 'list'
  return (value) => {
    if (value === null) return null
    let taken = inner(value)
    if (taken === undefined && isOfList && !isList(value)) taken = inner([value])
    if (taken === undefined && !isOfList && isList(value) && value.length === 1) {
      const only = value[0] as Value
      taken = only === null ? null : inner(only)
    }
    if (taken === undefined || taken === null) return taken
    return !allowed || allowed(taken) ? taken : undefined
  }
}

function structure(item: ItemType, allows: Allows): Check {
  const { type } = item
  if (typeof type === 'object' && type.kind === 'list') {
    const each = compileCheck(item.item ?? { type: type.of }, allows)
    return (value) => {
      if (!isList(value)) return undefined
      const items: Value[] = []
      for (const one of value) {
        const taken = each(one)
        if (taken === undefined) return undefined
        items.push(taken)
      }
      return items
    }
  }
  if (typeof type === 'object' && type.kind === 'context') {
    const names = Object.keys(type.entries)
    const checks = names.map((name) =>
      compileCheck(item.entries?.[name] ?? { type: type.entries[name] as FeelType }, allows),
    )
    return (value) => {
      if (!isContext(value)) return undefined
      const taken = newContext()
      for (const name of Object.keys(value)) taken[name] = value[name] as Value
      for (let i = 0; i < names.length; i++) {
        const name = names[i] as string
        if (!(name in value)) return undefined
        const entry = (checks[i] as Check)(value[name] as Value)
        if (entry === undefined) return undefined
        taken[name] = entry
      }
      return taken
    }
  }
  if (type === 'Any') return (value) => value
  if (type === 'date and time')
    return (value) =>
      value instanceof DateTime
        ? value
        : value instanceof CalendarDate
          ? new DateTime(value, UTC_MIDNIGHT)
          : undefined
  return (value) => (instanceOf(value, type) ? value : undefined)
}

/** `value instance of type`: null is of the type Null alone. */
export function instanceOf(value: Value, type: FeelType): boolean {
  if (value === null) return type === 'Null'
  if (type === 'Any') return true
  if (typeof type === 'string') return kindOf(value) === type
  switch (type.kind) {
    case 'list':
      return isList(value) && value.every((each) => each === null || instanceOf(each, type.of))
    case 'context':
      return (
        isContext(value) &&
        Object.entries(type.entries).every(
          ([name, of]) => name in value && (value[name] === null || instanceOf(value[name] as Value, of)),
        )
      )
    case 'range':
      return (
        value instanceof Range &&
        [value.start, value.end].every((end) => end === null || instanceOf(end, type.of))
      )
    case 'function':
      return (
        value instanceof FunctionValue &&
        value.parameters.length === type.parameters.length &&
        value.parameters.every((parameter, i) =>
          accepts(parameter.type ?? 'Any', type.parameters[i] ?? 'Any'),
        ) &&
        accepts(type.result, value.result)
      )
  }
}

/** Whether every value of one type is of another. */
function accepts(wide: FeelType, narrow: FeelType): boolean {
  if (wide === 'Any' || wide === narrow || narrow === 'Null') return true
  if (typeof wide === 'string' || typeof narrow === 'string') return false
  if (wide.kind === 'list' && narrow.kind === 'list') return accepts(wide.of, narrow.of)
  if (wide.kind === 'range' && narrow.kind === 'range') return accepts(wide.of, narrow.of)
  if (wide.kind === 'context' && narrow.kind === 'context')
    return Object.entries(wide.entries).every(
      ([name, type]) =>
        Object.hasOwn(narrow.entries, name) && accepts(type, narrow.entries[name] as FeelType),
    )
  if (wide.kind === 'function' && narrow.kind === 'function')
    return (
      wide.parameters.length === narrow.parameters.length &&
      wide.parameters.every((type, i) => accepts(narrow.parameters[i] ?? 'Any', type)) &&
      accepts(wide.result, narrow.result)
    )
  return false
}
