import { FLOW_UNITS } from '../flowUnits.ts'
import { OUT_MAGIC, VARIABLES } from './out.ts'

/** What a `.out` is made of in tests. */
export interface MadeOut {
  readonly subcatchments: readonly string[]
  readonly nodes: readonly string[]
  readonly links: readonly string[]
  readonly pollutants: readonly string[]
  /** Each: a time in days, then every value in the order of the file. */
  readonly periods: readonly (readonly [time: number, values: readonly number[]])[]
}

export const valuesAPeriod = ({
  subcatchments,
  nodes,
  links,
  pollutants,
}: Omit<MadeOut, 'periods'>): number =>
  subcatchments.length * (VARIABLES.subcatchment.length + pollutants.length) +
  nodes.length * (VARIABLES.node.length + pollutants.length) +
  links.length * (VARIABLES.link.length + pollutants.length) +
  VARIABLES.system.length

/** Writes a file as `output.c` does. */
export function madeOut(made: MadeOut): Uint8Array {
  const { subcatchments, nodes, links, pollutants, periods } = made
  const bytes: number[] = []
  const put = (size: number, set: (view: DataView) => void) => {
    const view = new DataView(new ArrayBuffer(size))
    set(view)
    bytes.push(...new Uint8Array(view.buffer))
  }
  const int = (value: number) => put(4, (view) => view.setInt32(0, value, true))
  const float = (value: number) => put(4, (view) => view.setFloat32(0, value, true))
  const double = (value: number) => put(8, (view) => view.setFloat64(0, value, true))
  for (const value of [OUT_MAGIC, 52_004, FLOW_UNITS.indexOf('LPS')]) int(value)
  for (const list of [subcatchments, nodes, links, pollutants]) int(list.length)
  for (const name of [...subcatchments, ...nodes, ...links, ...pollutants]) {
    const word = new TextEncoder().encode(name)
    int(word.length)
    bytes.push(...word)
  }
  for (const _ of pollutants) int(0)
  const codes = (count: number) => {
    int(count)
    for (let i = 0; i < count; i++) int(i)
  }
  codes(1)
  for (const _ of subcatchments) float(1)
  codes(3)
  for (const [i] of nodes.entries()) {
    int(i % 4)
    float(i)
    float(2)
  }
  codes(5)
  for (const [i] of links.entries()) {
    int(i % 5)
    for (const value of [0, 0, 0.5, 100 + i]) float(value)
  }
  codes(VARIABLES.subcatchment.length + pollutants.length)
  codes(VARIABLES.node.length + pollutants.length)
  codes(VARIABLES.link.length + pollutants.length)
  codes(VARIABLES.system.length)
  double(45_000)
  int(300)
  for (const [time, values] of periods) {
    double(time)
    for (const value of values) float(value)
  }
  for (const value of [28, 0, 0, periods.length, 0, OUT_MAGIC]) int(value)
  return Uint8Array.from(bytes)
}
