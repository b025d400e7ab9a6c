/** Who got what when: counts are those of the calendar, and nobody gets anything before it exists. */
import { random } from '../../../kernel/sample/random.ts'
import { SCHEMES, type Scheme } from '../schemes.ts'
import { APPLIED, ROUNDS, type Round } from './calendar.ts'
import type { Entity } from './register.ts'

export interface HonourDraft {
  readonly id: string
  readonly enterprise: string
  readonly scheme: Scheme
  readonly occasion: 'first' | 'again'
  readonly state: 'applied' | 'granted'
  readonly applied_on: string | null
  readonly granted_on: string | null
  readonly valid_to: string | null
  readonly document: string | null
  readonly keeper: string
}

/** Schemes that the economic bureau keeps; the science bureau keeps the others. */
const ECONOMY: ReadonlySet<Scheme> = new Set([
  'innovative-sme',
  'specialised-sme',
  'little-giant',
  'champion',
  'eagle',
  'listed',
  'supply-chain-leader',
  'software-top-100',
  'china-top-500',
  'quality-mark',
])
/** What only the larger firms get. */
const LARGE: ReadonlySet<Scheme> = new Set([
  'champion',
  'eagle',
  'listed',
  'supply-chain-leader',
  'china-top-500',
])
/** Filed anew each year by whoever wants it again. */
const YEARLY: ReadonlySet<Scheme> = new Set([
  'national-tech-sme',
  'innovation-top-500',
  'software-top-100',
  'china-top-500',
])

const isOpen = ({ kind, cancelled_on, listed }: Entity): boolean =>
  kind === 'enterprise' && cancelled_on === null && listed === null

/** Firms of technology that are there to stay; the order says who is ahead on the ladder. */
export function contenders(register: readonly Entity[], seed: number): Entity[] {
  const { next } = random(seed, 'contenders')
  const ranked = register
    .filter((entity) => isOpen(entity) && 'CIM'.includes(entity.sector))
    .map((entity) => ({ entity, rank: (entity.scale ? 0 : 1) + next() }))
  return ranked.sort((a, b) => a.rank - b.rank).map(({ entity }) => entity)
}

export function makeHonours(register: readonly Entity[], seed: number): HonourDraft[] {
  const ladder = contenders(register, seed)
  const trading = register.filter((entity) => isOpen(entity) && entity.sector === 'F')
  const traders = [...trading.filter(({ scale }) => scale), ...trading.filter(({ scale }) => !scale)]
  const honours: HonourDraft[] = []
  for (const scheme of Object.keys(SCHEMES) as Scheme[]) {
    const among = scheme === 'supply-chain-leader' || scheme === 'china-top-500' ? traders : ladder
    const rounds = ROUNDS.filter((round) => round.scheme === scheme)
    const given: HonourDraft[] = []
    for (const round of rounds) given.push(...grant(round, given, among, seed))
    honours.push(...given, ...applications(scheme, given, among))
  }
  return honours
}

/** Those whose time ran out first come again; then those who never had it, the strongest first. */
function grant(
  round: Round,
  before: readonly HonourDraft[],
  among: readonly Entity[],
  seed: number,
): HonourDraft[] {
  const { scheme, on, first, again = 0, until } = round
  const last = new Map(before.map((honour) => [honour.enterprise, honour]))
  const ended = [...last.values()].filter(({ valid_to }) => valid_to !== null && valid_to <= on)
  const returning = ended.slice(0, again).map(({ enterprise }) => enterprise)
  if (returning.length < again) throw new Error(`demonstration: ${scheme} of ${on} has too few to come again`)
  const year = on.slice(0, 4)
  const taken = YEARLY.has(scheme)
    ? new Set(
        before.filter(({ granted_on }) => granted_on?.startsWith(year)).map(({ enterprise }) => enterprise),
      )
    : new Set(last.keys())
  const newcomers = free(among, taken, on, LARGE.has(scheme) ? 0 : 0.35, random(seed, scheme, on).next)
    .slice(0, first)
    .map(({ id }) => id)
  if (newcomers.length < first) throw new Error(`demonstration: ${scheme} of ${on} has too few newcomers`)
  return [
    ...returning.map((enterprise) => granted(round, enterprise, 'again', until)),
    ...newcomers.map((enterprise) =>
      granted(round, enterprise, last.has(enterprise) ? 'again' : 'first', until),
    ),
  ]
}

/** Whoever is at least a year old and has it not; some wait for a later round. */
function free(
  among: readonly Entity[],
  taken: ReadonlySet<string>,
  on: string,
  waiting: number,
  next: () => number,
): Entity[] {
  const yearBefore = `${Number(on.slice(0, 4)) - 1}${on.slice(4)}`
  const open = among.filter(({ id, registered_on }) => !taken.has(id) && registered_on <= yearBefore)
  const eager: Entity[] = []
  const patient: Entity[] = []
  for (const entity of open) (next() < waiting ? patient : eager).push(entity)
  return [...eager, ...patient]
}

const granted = (
  { scheme, on }: Round,
  enterprise: string,
  occasion: 'first' | 'again',
  until: string | undefined,
): HonourDraft => ({
  id: `${enterprise}-${scheme}-${on}`,
  enterprise,
  scheme,
  occasion,
  state: 'granted',
  applied_on: null,
  granted_on: on,
  valid_to: until ?? null,
  document: `示例公告〔${on.slice(0, 4)}〕${on.slice(5, 7)}${on.slice(8)}号`,
  keeper: keeperOf(scheme),
})

function applications(
  scheme: Scheme,
  given: readonly HonourDraft[],
  among: readonly Entity[],
): HonourDraft[] {
  const had = new Set(given.map(({ enterprise }) => enterprise))
  return APPLIED.filter((each) => each.scheme === scheme).flatMap(({ on, count }) =>
    among
      .filter(({ id, registered_on }) => !had.has(id) && registered_on < '2023-06')
      .slice(0, count)
      .map(({ id }) => ({
        id: `${id}-${scheme}-${on}`,
        enterprise: id,
        scheme,
        occasion: 'first' as const,
        state: 'applied' as const,
        applied_on: on,
        granted_on: null,
        valid_to: null,
        document: null,
        keeper: keeperOf(scheme),
      })),
  )
}

const keeperOf = (scheme: Scheme): string => (ECONOMY.has(scheme) ? 'economy' : 'science')
