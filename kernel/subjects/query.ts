import { type RawBuilder, sql } from 'kysely'
import { GaoxinError } from '../errors.ts'
import type { Facts, Population } from '../rules/index.ts'
import type { RecordDefinition } from '../store/index.ts'
import type { System } from '../system.ts'
import { text } from '../text.ts'
import type { SubjectRegister, SubjectView, Trait } from './view.ts'

type Declaring = Pick<System, 'subjects' | 'views'>

/** The register of a kind of subjects, undefined in a zone without the system that keeps it. */
export const registerOf = (systems: readonly Declaring[], of: string): SubjectRegister | undefined =>
  systems.flatMap(({ subjects }) => subjects ?? []).find(({ record }) => record.id === of)

/** Everything that rules may ask about a kind of subjects, by name, with the view that answers. */
export const traitsOf = (
  systems: readonly Declaring[],
  of: string,
): ReadonlyMap<string, Trait & { readonly view: SubjectView }> =>
  new Map(
    viewsOf(systems, of).flatMap((view) =>
      Object.entries(view.traits).map(([name, trait]) => [name, { ...trait, view }] as const),
    ),
  )

/** The traits that may change when rows of a record do: those read from it, all of them for the register itself. */
export function traitsReading(
  systems: readonly Declaring[],
  of: string,
  record: string,
): ReadonlySet<string> {
  const reading = viewsOf(systems, of).filter(
    ({ sources }) => record === of || sources.some(({ id }) => id === record),
  )
  return new Set(reading.flatMap(({ traits }) => Object.keys(traits)))
}

/**
 * Those whom a rule judges, as {@link Population}: a row a subject with `id`, `key`, `title` and a column for every
 * name. One grouped query a view, joined; what nobody asks for is not read.
 * @param only ids: no other subject is looked at, so one changed fact costs one subject
 * @throws GaoxinError SUBJECTS_UNKNOWN, TRAIT_UNKNOWN (422)
 */
export function populationOf(
  systems: readonly Declaring[],
  of: string,
  names: readonly string[],
  only?: readonly string[],
): Population {
  const register = registerOf(systems, of)
  if (!register) throw noRegister(of)
  const known = traitsOf(systems, of)
  for (const name of names) if (!known.has(name)) throw noTrait(name)
  const views = viewsOf(systems, of)
    .map((view) => ({ view, names: names.filter((name) => known.get(name)?.view === view) }))
    .filter((asked) => asked.names.length > 0)
  return {
    record: register.record,
    sources: [...new Set(views.flatMap(({ view }) => view.sources))],
    subjects: (facts) => subjectsQuery(register, views, facts, only),
  }
}

const viewsOf = (systems: readonly Declaring[], of: string): readonly SubjectView[] =>
  systems.flatMap(({ views }) => views ?? []).filter((view) => view.of === of)

interface AskedView {
  readonly view: SubjectView
  readonly names: readonly string[]
}

function subjectsQuery(
  { record, key, there }: SubjectRegister,
  views: readonly AskedView[],
  facts: Facts,
  only: readonly string[] | undefined,
): RawBuilder<unknown> {
  const columns = views.flatMap((asked, i) => columnsOf(asked, i, facts))
  const joins = views.map((asked, i) => joinOf(asked, i, { record, key, facts, only }))
  return sql`
    select ${sql.join([
      sql`s.id`,
      sql`s.${sql.ref(key)} as key`,
      sql`s.${sql.ref(record.title)} as title`,
      ...columns,
    ])}
    from ${facts.rows(record)} s ${sql.join(joins, sql` `)}
    where ${there(facts)} ${only ? sql`and s.id = any(${only}::text[])` : sql``}`
}

function columnsOf({ view, names }: AskedView, i: number, facts: Facts): readonly RawBuilder<unknown>[] {
  return names.map((name) => {
    const { value, none } = view.traits[name] as Trait
    const held = view.rows ? sql.ref(`v${i}.${name}`) : value(facts)
    const said = none === undefined ? held : sql`coalesce(${held}, ${sql.lit(none)})`
    return sql`${said} as ${sql.ref(name)}`
  })
}

function joinOf(
  { view: { rows, traits }, names }: AskedView,
  i: number,
  at: {
    readonly record: RecordDefinition
    readonly key: string
    readonly facts: Facts
    readonly only: readonly string[] | undefined
  },
): RawBuilder<unknown> {
  if (!rows) return sql``
  const column = rows.by === 'id' ? 'id' : at.key
  // The database does not carry "any of these" from the register into a grouped query, so it is said twice.
  const narrowed = at.only
    ? sql`and ${rows.subject} in (select n.${sql.ref(column)} from ${at.facts.rows(at.record)} n
        where n.id = any(${at.only}::text[]))`
    : sql``
  const values = names.map((name) => sql`${(traits[name] as Trait).value(at.facts)} as ${sql.ref(name)}`)
  return sql`left join (
    select ${rows.subject} as subject, ${sql.join(values)} ${rows.from(at.facts)} ${narrowed} group by 1
  ) ${sql.ref(`v${i}`)} on ${sql.ref(`v${i}`)}.subject = s.${sql.ref(column)}`
}

const noRegister = (of: string) =>
  new GaoxinError(
    'SUBJECTS_UNKNOWN',
    text('区里没有这个名录，无法判断', 'The zone keeps no such register, so nobody can be judged'),
    text('请先启用保存该名录的系统', 'Put the system that keeps it into use first'),
    { place: 'of', value: of, status: 422 },
  )

const noTrait = (name: string) =>
  new GaoxinError(
    'TRAIT_UNKNOWN',
    text(`没有名为“${name}”的数据项`, `Nothing is known by the name "${name}"`),
    text('请从数据项清单中选', 'Choose one from the list'),
    { place: 'name', value: name, status: 422 },
  )
