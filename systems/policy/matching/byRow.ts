/** Enterprises one by one with the compiled functions: the few that a change touches, and what no query can ask. */
import { contextOf, fromPlain, toPlain, type Value } from '../../../engines/feel/index.ts'
import { DECISION, type KindOf } from '../granule/index.ts'
import type { AskedGranule, Found, Tally } from './asked.ts'

type SubjectRow = Readonly<Record<string, unknown>> & { readonly id: string }

/** @returns judges a row of traits by all granules */
export function judgeRows(
  granules: readonly AskedGranule[],
  kindOf: KindOf,
  tally: Tally,
): (row: SubjectRow) => readonly Found[] {
  const names = [...new Set(granules.flatMap((granule) => granule.names))]
  const prepared = granules.map(({ id, open, model }) => ({
    id,
    open,
    judge: model.prepare(DECISION.answer),
  }))
  return (row) => {
    const inputs = contextOf(names.map((name) => [name, fromPlain(row[name], kindOf(name) ?? 'Any')]))
    return prepared.flatMap(({ id, open, judge }): readonly Found[] => {
      const { verdict, near, gap, due } = judge(inputs) as Readonly<Record<string, Value>>
      if (verdict === 'unknown' || (open && verdict === 'match'))
        tally.add(id, open && verdict === 'match' ? 'open' : 'unknown', 1)
      if (open || (verdict !== 'match' && verdict !== 'near')) return []
      return [
        {
          enterprise: row.id,
          granule: id,
          verdict,
          amount: plain(due),
          near: near === null || near === undefined ? null : Number(toPlain(near)),
          gap: plain(gap),
        },
      ]
    })
  }
}

const plain = (value: Value | undefined) =>
  value === null || value === undefined ? null : String(toPlain(value))
