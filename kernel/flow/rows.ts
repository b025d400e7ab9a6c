import { sql } from 'kysely'
import type { Scope, State, Token } from '../../engines/bpmn/index.ts'
import { type Database, PLANNED_ONCE, together } from '../store/index.ts'

const ONCE = sql.raw(PLANNED_ONCE)

/** A case as it is kept, apart from where it stands. */
export interface CaseRow {
  readonly id: string
  readonly process: string
  readonly version: number
  readonly title: string
  readonly record: string | null
  readonly row_id: string | null
  readonly synthetic: boolean
  readonly started_at: string
  readonly started_by: string
  readonly steps: number
  /** The first case of the family, where a call activity began this one; and by which token of which case. */
  readonly root: string | null
  readonly parent: string | null
  readonly parent_token: number | null
  /** SM3 of the last step, in hex; none before the first. */
  readonly head: string | null
}

export const subjectOf = ({ record, row_id }: Pick<CaseRow, 'record' | 'row_id'>) =>
  record && row_id ? { record, id: row_id } : undefined

/** Work that a person may have taken. */
export interface OpenTask {
  readonly token: number
  readonly element: string
  readonly name: string
  readonly office: string | null
  readonly role: string | null
  readonly holder: string | null
  readonly since: string
  readonly due: string | null
  /** Who handed it to its holder, and which office to this one. */
  readonly sent_by: string | null
  readonly sent_office: string | null
  readonly urged_at: string | null
  readonly warn_at: string | null
  readonly escalate: string | null
  /** The limit as it was first set, where it is another now. */
  readonly first_due: string | null
  readonly paused_at: string | null
  readonly paused_until: string | null
  readonly late_told: boolean
  /** How many of those who were asked have not said their opinion. */
  readonly opinions: number
}

export interface Kept {
  readonly row: CaseRow
  readonly state: State
  readonly tasks: readonly OpenTask[]
}

/** Reads a case and keeps others from moving it, and those that it called or that called it, until the transaction ends. */
export async function lockCase(db: Database, id: string): Promise<Kept | undefined> {
  const { rows } = await sql<Found>`${ONCE} select flow.lock_case(${id}) as found`.execute(db)
  return keptIn(rows)[0]
}

/** Reads a case as it stands; others may move it. */
export const readCase = together(
  async (db, ids: readonly string[]): Promise<readonly (Kept | undefined)[]> => {
    const { rows } = await sql<Found>`${ONCE} select flow.read_cases(${ids}) as found`.execute(db)
    const found = new Map(keptIn(rows).map((kept) => [kept.row.id, kept]))
    return ids.map((id) => found.get(id))
  },
)

interface Found {
  readonly found: readonly KeptCase[] | null
}
const keptIn = (rows: readonly Found[]): readonly Kept[] =>
  rows.flatMap(({ found }) => found ?? []).map(keptAs)

function keptAs({ state: status, next, scopes, tokens, tasks, ...row }: KeptCase): Kept {
  return {
    row,
    tasks,
    state: {
      status,
      next,
      scopes: new Map(scopes.map((scope) => [scope.id, scope])),
      tokens: new Map(tokens.map((token) => [token.id, tokenOf(token)])),
    },
  }
}

interface KeptCase extends CaseRow {
  readonly state: State['status']
  readonly next: number
  readonly scopes: readonly Scope[]
  readonly tokens: readonly KeptToken[]
  readonly tasks: readonly OpenTask[]
}
interface KeptToken extends Pick<Token, 'id' | 'at' | 'scope' | 'waiting'> {
  readonly more: Partial<Token>
}
const tokenOf = ({ id, at, scope, waiting, more }: KeptToken): Token => ({ id, at, scope, waiting, ...more })
export const keptOf = ({ id, at, scope, waiting, ...more }: Token): KeptToken => ({
  id,
  at,
  scope,
  waiting,
  more,
})
