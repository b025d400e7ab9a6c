import type { MetaRecord } from '../../client/types.ts'

export interface ColumnChoice {
  readonly shown: readonly string[]
  readonly toggle: (column: string) => void
}

const MOST = 8

/**
 * Which columns a person sees of a record: those that the address names, else those last chosen on this device.
 * @param named `columns` of the address
 */
export function useColumnChoice(
  record: MetaRecord,
  named: string,
  name: (columns: string) => void,
): ColumnChoice {
  const key = `gaoxin.columns.${record.id}`
  const own = (columns: readonly string[]) => columns.filter((one) => one in record.columns)
  const shown = own(named ? named.split(',') : (kept(key) ?? usual(record)))
  const toggle = (column: string) => {
    const wanted = shown.includes(column) ? shown.filter((one) => one !== column) : [...shown, column]
    const next = Object.keys(record.columns).filter((one) => wanted.includes(one))
    localStorage.setItem(key, JSON.stringify(next))
    name(next.join(','))
  }
  return { shown, toggle }
}

/** The first columns that the declaration does not call quiet; the one that names a row is always there. */
const usual = ({ columns, title }: MetaRecord): readonly string[] => {
  const loud = Object.keys(columns).filter((name) => !columns[name]?.quiet)
  return loud.filter((name, index) => index < MOST || name === title)
}

function kept(key: string): readonly string[] | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
