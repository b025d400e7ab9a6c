import type { Binding, Filter, For, Quantified } from '../syntax/index.ts'
import { itemOf } from '../syntax/index.ts'
import { asSafeInteger, CalendarDate, isList, isNumber, Range, type Value } from '../values/index.ts'
import type { Compile } from './expression.ts'
import type { Env, Frame, Run } from './frame.ts'

interface Loop {
  readonly slot: number
  readonly items: (frame: Frame) => readonly Value[] | null
}

/** Each binding sees those before it. */
function loopsOf(bindings: readonly Binding[], inside: Env, compile: Compile): readonly Loop[] {
  return bindings.map(({ name, from, to }) => {
    const [start, end] = [compile(from, inside), to && compile(to, inside)]
    const items = end
      ? (frame: Frame) => between(start(frame), end(frame))
      : (frame: Frame) => itemsOf(start(frame))
    return { slot: inside.slot(name), items }
  })
}

/** Values one by one, upwards or downwards; null for what has no next. */
function between(from: Value, to: Value): readonly Value[] | null {
  const [first, last] = [asSafeInteger(from), asSafeInteger(to)]
  if (first !== undefined && last !== undefined) {
    const step = first <= last ? 1 : -1
    return Array.from({ length: Math.abs(last - first) + 1 }, (_, i) => first + i * step)
  }
  if (!(from instanceof CalendarDate && to instanceof CalendarDate)) return null
  const days = between(from.dayNumber, to.dayNumber)
  return days?.map((day) => CalendarDate.ofDayNumber(day as number)) ?? null
}

function itemsOf(value: Value): readonly Value[] | null {
  if (isList(value)) return value
  if (value === null) return null
  if (!(value instanceof Range)) return [value]
  const { start, end, startIncluded, endIncluded } = value
  const all = between(start, end)
  return all === null ? null : all.slice(startIncluded ? 0 : 1, endIncluded ? undefined : -1)
}

/** Runs the work for every combination; it ends early where the work says so. @returns false where nothing can be iterated */
function each(loops: readonly Loop[], frame: Frame, work: () => boolean, at = 0): boolean | 'enough' {
  const loop = loops[at]
  if (!loop) return work() ? 'enough' : true
  const items = loop.items(frame)
  if (items === null) return false
  for (const item of items) {
    frame.slots[loop.slot] = item
    const went = each(loops, frame, work, at + 1)
    if (went !== true) return went
  }
  return true
}

export function compileFor({ bindings, body }: For, env: Env, compile: Compile): Run {
  const inside = env.inner()
  const loops = loopsOf(bindings, inside, compile)
  const partial = inside.slot('partial')
  const run = compile(body, inside)
  return (frame) => {
    const results: Value[] = []
    const outer = frame.slots[partial]
    const went = each(loops, frame, () => {
      frame.slots[partial] = [...results]
      results.push(run(frame))
      return false
    })
    frame.slots[partial] = outer as Value
    return went === false ? null : results
  }
}

export function compileQuantified(
  { quantifier, bindings, body, strict }: Quantified,
  env: Env,
  compile: Compile,
): Run {
  const inside = env.inner()
  const loops = loopsOf(bindings, inside, compile)
  const run = compile(body, inside)
  const decisive = quantifier === 'some'
  return (frame) => {
    let unknown = false
    let wrong = false
    const went = each(loops, frame, () => {
      const answer = run(frame)
      if (answer === decisive) return true
      if (typeof answer !== 'boolean') {
        unknown = true
        if (answer !== null) wrong = true
      }
      return false
    })
    if (went === false || (strict && wrong)) return null
    if (went === 'enough') return decisive
    return unknown ? null : !decisive
  }
}

export function compileFilter({ of, condition, strict }: Filter, env: Env, compile: Compile): Run {
  const list = compile(of, env)
  const inside = env.inner()
  const slot = inside.slot('item')
  const item = itemOf(of.type)
  const entries = typeof item === 'object' && item.kind === 'context' ? item.entries : undefined
  if (entries || item === 'Any') inside.item = { slot, entries }
  const test = compile(condition, inside)
  const outside = condition.kind === 'literal' ? compile(condition, env) : undefined
  return (frame) => {
    const value = list(frame)
    const items = isList(value) ? value : value === null ? [] : [value]
    if (outside) {
      const index = outside(frame)
      if (isNumber(index)) return at(items, index)
    }
    const kept: Value[] = []
    for (let i = 0; i < items.length; i++) {
      frame.slots[slot] = items[i] as Value
      const answer = test(frame)
      if (answer === true) kept.push(items[i] as Value)
      else if (i === 0 && isNumber(answer)) return at(items, answer)
      else if (strict && answer !== false && answer !== null) return null
    }
    return value === null && condition.type === 'number' ? null : kept
  }
}

/** From 1 at the beginning, from -1 at the end. */
function at(items: readonly Value[], index: Value): Value {
  const place = asSafeInteger(index)
  if (place === undefined || place === 0) return null
  return items[place > 0 ? place - 1 : items.length + place] ?? null
}
