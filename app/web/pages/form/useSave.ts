import { useState } from 'react'
import { get, ProblemError, post } from '../../client/fetch.ts'
import { queryClient, recordPath, rowPath } from '../../client/queries.ts'
import type { MetaRecord, Row } from '../../client/types.ts'
import { check, type Draft, draftOf, formColumns, type Problems, valuesOf } from './draft.ts'

export type VersionedRow = Row & { readonly row_version: number }

/** What both sides changed: each column as it was, as the other left it, as it stands in the form. */
export interface Conflict {
  readonly by: string
  readonly columns: readonly {
    readonly name: string
    readonly base: string
    readonly theirs: string
    readonly mine: string
  }[]
}

/** The state of a form: its fields, what is wrong with them, and how it is saved. */
export function useSave(record: MetaRecord, row: VersionedRow | undefined) {
  const names = formColumns(record, row ? 'change' : 'create')
  const blank: Draft = Object.fromEntries(names.map((name) => [name, '']))
  const [seen, setSeen] = useState({ row, draft: row ? draftOf(record, names, row) : blank })
  const [draft, setDraft] = useState(seen.draft)
  const [problems, setProblems] = useState<Problems>({})
  const [error, setError] = useState<unknown>()
  const [conflict, setConflict] = useState<Conflict>()
  const [busy, setBusy] = useState(false)
  const changed = names.filter((name) => draft[name] !== seen.draft[name])

  const set = (name: string, value: string | null) => {
    setDraft((before) => ({ ...before, [name]: value }))
    setProblems(({ [name]: _, ...others }) => others)
  }

  /** What only the other changed is taken over; what both changed is to be chosen. */
  const meet = async (id: string, by: string) => {
    const now = await get<VersionedRow>(rowPath(record.id, id))
    const theirs = draftOf(record, names, now)
    const both = changed.filter((name) => theirs[name] !== seen.draft[name] && theirs[name] !== draft[name])
    setDraft(
      Object.fromEntries(
        names.map((name) => [name, changed.includes(name) ? draft[name] : theirs[name]]),
      ) as Draft,
    )
    setConflict({
      by,
      columns: names
        .filter((name) => theirs[name] !== seen.draft[name] || both.includes(name))
        .map((name) => ({
          name,
          base: seen.draft[name] ?? '',
          theirs: theirs[name] ?? '',
          mine: changed.includes(name) ? (draft[name] ?? '') : (theirs[name] ?? ''),
        })),
    })
    setSeen({ row: now, draft: theirs })
  }

  /** @returns the id of the row once it is saved */
  const save = async (why: string): Promise<string | undefined> => {
    const filled = row
      ? changed
      : names.filter((name) => draft[name] !== '' || !record.columns[name]?.optional)
    const values = valuesOf(record, filled, draft)
    const wrong = check(record, values)
    setProblems(wrong)
    setError(undefined)
    if (Object.keys(wrong).length > 0) return undefined
    setBusy(true)
    try {
      const reason = why.trim() ? { why: why.trim() } : {}
      const saved = row
        ? await post<Row>(
            rowPath(record.id, row.id),
            { values, seen: seen.row?.row_version, ...reason },
            'PATCH',
          )
        : await post<Row>(recordPath(record.id), { values, ...reason })
      void queryClient.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[0]).startsWith(recordPath(record.id)),
      })
      return saved.id
    } catch (failure) {
      await refuse(failure).catch(setError)
      return undefined
    } finally {
      setBusy(false)
    }
  }

  const refuse = async (failure: unknown) => {
    if (!(failure instanceof ProblemError)) throw failure
    const { code, details } = failure.problem
    if (code === 'RECORD_CHANGED' && row) return meet(row.id, String((details as { by?: string }).by ?? ''))
    if (code !== 'RECORD_VALUES') throw failure
    const { problems: told } = details as { problems: { column: string; remedy: Problems[string] }[] }
    setProblems(Object.fromEntries(told.map(({ column, remedy }) => [column, remedy])))
  }

  return { names, draft, set, changed, problems, error, conflict, busy, save }
}
