/** What the rules of an evaluation make of one firm before it is placed. Pure. */
import { Decimal } from '../../../kernel/figures/series.ts'
import { type Class, type Exemption, INPUTS, type Veto } from '../words.ts'
import { type Classed, classify } from './classes.ts'
import { type Data, type Scored, scoreAll } from './points.ts'
import type { Scheme } from './scheme.ts'

export interface Firm {
  readonly data: Data
  readonly industry: string
  /** To how many it rents land out. */
  readonly tenants: number
  /** YYYY-MM-DD */
  readonly foundedOn: string | null
  readonly exemption: Exemption | null
  readonly found: readonly Found[]
}

/** A finding, and the best class that it leaves. */
export interface Found {
  readonly kind: Veto
  readonly best: Class
}

export interface Outcome extends Scored, Classed {
  readonly exemption: Exemption | null
  /** Null where nothing is. */
  readonly deducted: string | null
  readonly found: readonly Found[]
}

/** A firm with those that are joined to it: what they have adds up, what was found against one is found against all. */
export function merged(head: Firm, members: readonly Firm[]): Firm {
  const all = [head, ...members]
  const sum = (input: (typeof INPUTS)[number]) => {
    const known = all.flatMap(({ data }) => data[input] ?? [])
    return known.length === 0 ? null : known.reduce((total, own) => total.plus(own), new Decimal(0)).toFixed()
  }
  return {
    ...head,
    data: Object.fromEntries(INPUTS.map((input) => [input, sum(input)])) as Data,
    tenants: all.reduce((total, { tenants }) => total + tenants, 0),
    found: all.flatMap(({ found }) => found),
  }
}

/** Why a firm is not ranked: for what is entered of it, or because it is new. */
export const exemptionOf = ({ newYears }: Scheme, year: string, { exemption, foundedOn }: Firm) =>
  exemption ??
  (newYears !== null && foundedOn !== null && foundedOn > `${Number(year) - newYears}-12-31` ? 'new' : null)

/** What is found against a firm, too little R&D with it. */
export function foundAgainst({ research }: Scheme, { data, found }: Firm): readonly Found[] {
  if (research === null || spendsEnough(research, data)) return found
  return [...found, { kind: 'research', best: research.best }]
}

function spendsEnough({ amount, share }: NonNullable<Scheme['research']>, { research, revenue }: Data) {
  const spent = new Decimal(research ?? 0)
  if (amount !== null && spent.gte(amount)) return true
  return (
    share !== null &&
    revenue !== null &&
    new Decimal(revenue).gt(0) &&
    spent.times(100).gte(new Decimal(revenue).times(share))
  )
}

/** Points deducted for renting land out; null where nothing is. */
export function deductedFor({ rent }: Scheme, tenants: number): string | null {
  if (rent === null || tenants < 1) return null
  const points = new Decimal(rent.first).plus(new Decimal(rent.each).times(tenants - 1))
  return points.isZero() ? null : points.toFixed(4)
}

/** Evaluates the firms of a group, those that are joined to others merged already, in their order. */
export function evaluateAll(scheme: Scheme, year: string, group: readonly Firm[]): Outcome[] {
  const scored = scoreAll(
    scheme,
    group.map(({ data }) => data),
  ).map((one, at) => {
    const deducted = deductedFor(scheme, group[at]!.tenants)
    return { ...one, deducted, score: new Decimal(one.score).minus(deducted ?? 0).toFixed(4) }
  })
  const judged = group.map((firm) => ({
    exemption: exemptionOf(scheme, year, firm),
    found: foundAgainst(scheme, firm),
  }))
  const classed = classify(
    scheme,
    group.map(({ data, industry }, at) => ({
      score: scored[at]!.score,
      industry,
      taxPerMu:
        data.tax !== null && data.land !== null && new Decimal(data.land).gt(0)
          ? new Decimal(data.tax).div(data.land).toFixed()
          : null,
      exempt: judged[at]!.exemption !== null,
      vetoes: judged[at]!.found.map(({ best }) => best),
    })),
  )
  return group.map((_, at) => ({ ...scored[at]!, ...classed[at]!, ...judged[at]! }))
}
