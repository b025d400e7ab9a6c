import { HydraulicsError } from '../errors.ts'
import { type ObjectKind, type OutHeader, readOutHeader } from './out.ts'

const KINDS = ['subcatchment', 'node', 'link', 'system'] as const

/** Which variables to keep, by kind; a kind left out keeps all of its own. */
export type Keep = Partial<Readonly<Record<ObjectKind, readonly string[]>>>

/** One variable of one kind of object: `data[period * objects + object]`, so that a period is a slice. */
export interface Column {
  readonly kind: ObjectKind
  readonly variable: string
  readonly objects: number
  readonly data: Float32Array
}

/** Results by column, for as many periods as there are yet. Plain data: may be sent between threads. */
export interface Results {
  readonly header: OutHeader
  readonly periods: number
  /** Days since 1899-12-30, one a period. */
  readonly times: Float64Array
  readonly columns: readonly Column[]
}

/** Milliseconds as `Date.UTC` counts them, of a time of the engine: its clock is read as UTC. */
export const millisOf = (days: number): number => Math.round((days - 25_569) * 86_400_000)
export const daysOf = (millis: number): number => millis / 86_400_000 + 25_569

/** @throws HydraulicsError hydraulics/no-such-result */
export function columnOf(results: Results, kind: ObjectKind, variable: string): Column {
  const found = results.columns.find((column) => column.kind === kind && column.variable === variable)
  if (!found) throw new HydraulicsError('hydraulics/no-such-result', `${kind}.${variable}`)
  return found
}

/** Values of one object over all periods. @throws HydraulicsError hydraulics/no-such-result */
export function seriesOf(results: Results, kind: ObjectKind, name: string, variable: string): Float32Array {
  const { data, objects } = columnOf(results, kind, variable)
  const object = results.header.objects[kind].indexOf(name)
  if (object < 0) throw new HydraulicsError('hydraulics/no-such-result', `${kind} ${name}`)
  return Float32Array.from(
    { length: results.periods },
    (_, period) => data[period * objects + object] as number,
  )
}

/** Values of all objects in one period: a view, not a copy. */
export function frameOf(results: Results, kind: ObjectKind, variable: string, period: number): Float32Array {
  const { data, objects } = columnOf(results, kind, variable)
  return data.subarray(period * objects, (period + 1) * objects)
}

/** Largest value by size (|flow|) of every object, and the period it came in. */
export function peaksOf(results: Results, kind: ObjectKind, variable: string) {
  const { data, objects } = columnOf(results, kind, variable)
  const values = new Float32Array(objects)
  const periods = new Int32Array(objects)
  for (let period = 0; period < results.periods; period++)
    for (let object = 0; object < objects; object++) {
      const value = Math.abs(data[period * objects + object] as number)
      if (value > (values[object] as number)) {
        values[object] = value
        periods[object] = period
      }
    }
  return { values, periods }
}

/** Results of runs that follow each other, as one. @throws HydraulicsError hydraulics/not-results */
export function joinResults(parts: readonly Results[]): Results {
  const [first] = parts
  if (!first || parts.some(({ header }) => header.periodBytes !== first.header.periodBytes))
    throw new HydraulicsError('hydraulics/not-results', 'join')
  const join = <A extends Float32Array | Float64Array>(
    make: new (size: number) => A,
    each: (part: Results) => A,
  ): A => {
    const whole = new make(parts.reduce((sum, part) => sum + each(part).length, 0))
    let at = 0
    for (const part of parts) {
      whole.set(each(part), at)
      at += each(part).length
    }
    return whole
  }
  return {
    header: first.header,
    periods: parts.reduce((sum, { periods }) => sum + periods, 0),
    times: join(Float64Array, ({ times }) => times),
    columns: first.columns.map((column, i) => ({
      ...column,
      data: join(Float32Array, ({ columns }) => (columns[i] as Column).data),
    })),
  }
}

/** The periods after one time and not after another, as `Date.UTC` counts; to half a second. */
export function periodsBetween(results: Results, after: number, until: number): Results {
  const moments = Array.from(results.times, millisOf)
  const from = moments.findIndex((at) => at > after + 500)
  const to = moments.findLastIndex((at) => at <= until + 500) + 1
  const periods = from < 0 ? 0 : Math.max(0, to - from)
  if (periods === results.periods) return results
  const first = Math.max(0, from)
  return {
    header: results.header,
    periods,
    times: results.times.slice(first, first + periods),
    columns: results.columns.map((column) => ({
      ...column,
      data: column.data.slice(first * column.objects, (first + periods) * column.objects),
    })),
  }
}

/**
 * Takes the bytes of a `.out` as they come, in pieces of any size, while the engine runs.
 * Memory: 4 bytes a kept value, in arrays that grow by half.
 */
export class ResultStream {
  header: OutHeader | undefined
  periods = 0
  private rest = new Uint8Array(0)
  private times = new Float64Array(0)
  private columns: (Omit<Column, 'data'> & { data: Float32Array; at: number; stride: number })[] = []
  private readonly keep: Keep
  private readonly expected: number

  /**
   * @param expected how many periods are likely, so that arrays need not grow
   * @param header of bytes that begin after it
   */
  constructor(keep: Keep = {}, expected = 64, header?: OutHeader) {
    this.keep = keep
    this.expected = Math.max(1, expected)
    this.header = header
    if (header) this.begin(header)
  }

  /**
   * @returns how many periods became whole
   * @throws HydraulicsError hydraulics/not-results
   */
  push(bytes: Uint8Array): number {
    const all = this.rest.length === 0 ? bytes : joined(this.rest, bytes)
    let at = 0
    if (!this.header) {
      this.header = readOutHeader(all)
      if (!this.header) {
        this.rest = all.slice()
        return 0
      }
      at = this.header.headerBytes
      this.begin(this.header)
    }
    const { periodBytes } = this.header
    const count = Math.floor((all.length - at) / periodBytes)
    if (count > 0) this.take(all.subarray(at, at + count * periodBytes), count, periodBytes)
    this.rest = all.slice(at + count * periodBytes)
    return count
  }

  /** What came so far, or only the periods from one on: a copy that may be sent away. */
  results(from = 0): Results {
    if (!this.header) throw new HydraulicsError('hydraulics/not-results', '.out')
    return {
      header: this.header,
      periods: this.periods - from,
      times: this.times.slice(from, this.periods),
      columns: this.columns.map(({ kind, variable, objects, data }) => ({
        kind,
        variable,
        objects,
        data: data.slice(from * objects, this.periods * objects),
      })),
    }
  }

  private begin({ objects, variables }: OutHeader): void {
    let base = 2
    for (const kind of KINDS) {
      const stride = variables[kind].length
      for (const [i, variable] of variables[kind].entries())
        if (this.keep[kind]?.includes(variable) ?? true)
          this.columns.push({
            kind,
            variable,
            objects: objects[kind].length,
            data: new Float32Array(this.expected * objects[kind].length),
            at: base + i,
            stride,
          })
      base += stride * objects[kind].length
    }
    this.times = new Float64Array(this.expected)
  }

  private take(bytes: Uint8Array, count: number, periodBytes: number): void {
    // Records hold whole floats after an eight-byte time; a copy is aligned, whatever piece it came in.
    const copy = bytes.slice().buffer
    const floats = new Float32Array(copy)
    const view = new DataView(copy)
    this.grow(this.periods + count)
    for (let i = 0; i < count; i++) {
      const period = this.periods + i
      this.times[period] = view.getFloat64(i * periodBytes, true)
      const record = (i * periodBytes) / 4
      for (const { data, objects, at, stride } of this.columns) {
        let from = record + at
        const to = (period + 1) * objects
        for (let k = period * objects; k < to; k++, from += stride) data[k] = floats[from] as number
      }
    }
    this.periods += count
  }

  private grow(periods: number): void {
    if (periods <= this.times.length) return
    const size = Math.max(periods, Math.ceil(this.times.length * 1.5))
    const times = new Float64Array(size)
    times.set(this.times)
    this.times = times
    for (const column of this.columns) {
      const data = new Float32Array(size * column.objects)
      data.set(column.data)
      column.data = data
    }
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(a.length + b.length)
  whole.set(a)
  whole.set(b, a.length)
  return whole
}

/** A whole file. @throws HydraulicsError hydraulics/not-results */
export function readResults(bytes: Uint8Array, keep?: Keep): Results {
  const header = readOutHeader(bytes)
  if (!header) throw new HydraulicsError('hydraulics/not-results', '.out')
  const stream = new ResultStream(keep, Math.floor((bytes.length - header.headerBytes) / header.periodBytes))
  stream.push(bytes)
  return stream.results()
}
