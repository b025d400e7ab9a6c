import { type RawBuilder, sql } from 'kysely'
import { byName } from '../store/column.ts'
import { quote, tableName } from '../store/ddl.ts'
import type { Columns, RecordDefinition } from '../store/record.ts'
import { type Actor, OFFICERS, ROLES, type Role } from './actor.ts'

/** What may be done with rows of a record. */
export const VERBS = ['read', 'export', 'create', 'change', 'import', 'remove', 'reveal'] as const
export type Verb = (typeof VERBS)[number]

/**
 * Whose rows: those whose column holds the actor's office, that or one below it, a list that names it, the enterprise
 * for which the actor acts, a place within the grid that the actor's post looks after, or the actor.
 */
export interface RowScope {
  /** Of the record, or of the one that `through` points at. */
  readonly column: string
  /** A column of kind `reference`: the rows that refer to a row in the scope. */
  readonly through?: string
  readonly of: 'office' | 'officeTree' | 'offices' | 'enterprise' | 'grid' | 'actor'
}

/** Verb × role × rows × fields. Who no grant names may nothing: a record without grants is nobody's. */
export interface Grant {
  readonly roles: readonly Role[]
  readonly verbs: readonly Verb[]
  /** Left out: every row of the zone. */
  readonly rows?: RowScope
  /** Left out: every column. */
  readonly fields?: readonly string[]
}

const EVERYONE = Object.keys(ROLES) as Role[]
/** What the zone publishes: everybody reads it. */
export const PUBLISHED: Grant = { roles: EVERYONE, verbs: ['read', 'export'] }
/** What the zone's own people read. */
export const STAFF_READS: Grant = {
  roles: OFFICERS,
  verbs: ['read', 'export'],
}
/** A demonstration holds nothing that anybody filed; its guest looks at all of it. */
const DEMONSTRATION: Grant = { roles: ['guest'], verbs: ['read', 'export'] }

/** What an actor may reach with a verb. */
export interface Permit {
  /** Condition on the record's columns; undefined: every row. */
  readonly where: RawBuilder<unknown> | undefined
  /** The record with the columns that may be seen; its list, filters, sorting and search know no others. */
  readonly record: RecordDefinition
}

/**
 * Several grants add rows up; of columns only those that all of them show, so that no row shows more than its own
 * grant does.
 * @returns undefined when the actor may not at all
 */
export function permitFor(record: RecordDefinition, actor: Actor, verb: Verb): Permit | undefined {
  const grants = [...(record.grants ?? []), DEMONSTRATION].filter(
    ({ roles, verbs }) => roles.includes(actor.role) && verbs.includes(verb),
  )
  if (grants.length === 0) return undefined
  const everyRow = grants.some(({ rows }) => rows === undefined)
  const scopes = grants.flatMap(({ rows }) => (rows ? [condition(record, rows, actor)] : []))
  return {
    where: everyRow ? undefined : sql`(${sql.join(scopes, sql` or `)})`,
    record: grants.reduce((narrowed, { fields }) => (fields ? only(narrowed, fields) : narrowed), record),
  }
}

/** By which columns that tell of a person an actor may find rows: those that they may see in full. */
export function findableBy(record: RecordDefinition | undefined, actor: Actor): (column: string) => boolean {
  const columns = record && permitFor(record, actor, 'reveal')?.record.columns
  return (column) => columns !== undefined && column in columns
}

/** Whether a permit shows all of a row: what is kept with it as a whole, such as files, goes by this. */
export const isWhole = (record: RecordDefinition, permit: Permit): boolean =>
  Object.keys(record.columns).every((name) => name in permit.record.columns)

/** What an actor may do with a record, and with which of its columns: what its pages offer. */
export const permissions = (record: RecordDefinition, actor: Actor): Partial<Record<Verb, string[]>> =>
  Object.fromEntries(
    VERBS.flatMap((verb) => {
      const permit = permitFor(record, actor, verb)
      return permit ? [[verb, Object.keys(permit.record.columns)]] : []
    }),
  )

function only(record: RecordDefinition, fields: readonly string[]): RecordDefinition {
  const columns: Columns = byName(
    Object.fromEntries(Object.entries(record.columns).filter(([name]) => fields.includes(name))),
  )
  const { valid, groups, ...rest } = record
  const isShown = (name: string) => name in columns
  return {
    ...rest,
    columns,
    title: isShown(record.title) ? record.title : 'id',
    // On which days a row holds is what these columns say: a list by day would tell them.
    ...(valid && Object.values(valid).every(isShown) ? { valid } : {}),
    ...(groups
      ? { groups: groups.map((group) => ({ ...group, columns: group.columns.filter(isShown) })) }
      : {}),
  }
}

function condition(record: RecordDefinition, scope: RowScope, actor: Actor): RawBuilder<unknown> {
  const target = scope.through === undefined ? undefined : record.columns[scope.through]?.record
  if (scope.through === undefined || target === undefined) return within(scope, actor)
  return sql`${sql.raw(quote(scope.through))} in (
    select id from ${sql.raw(tableName(target))} where ${within(scope, actor)})`
}

function within({ column, of }: RowScope, actor: Actor): RawBuilder<unknown> {
  const holds = sql.raw(quote(column))
  if (of === 'actor') return sql`${holds} = ${actor.id}`
  if (of === 'office') return sql`${holds} = ${actor.office}`
  // A column of kind `data`: a list of offices by id.
  if (of === 'offices') return sql`${holds} @> to_jsonb(${actor.office}::text)`
  // An actor without an enterprise (or a grid, below) has no rows: a comparison with null is never true.
  if (of === 'enterprise') return sql`${holds} = ${actor.enterprise ?? null}`
  // The range lets an index find them: digits stand in the order of their codes.
  if (of === 'grid')
    return sql`(starts_with(${holds}, ${actor.grid ?? null}) and
      ${holds} between ${actor.grid ?? null} and ${actor.grid ?? null} || '999999999')`
  return sql`${holds} in (
    with recursive below as (
      select id from access.offices where id = ${actor.office}
      union select o.id from access.offices o join below b on o.parent = b.id)
    select id from below)`
}
