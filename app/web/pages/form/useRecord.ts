import { useParams } from 'react-router'
import { useMeta } from '../../client/queries.ts'
import type { MetaRecord } from '../../client/types.ts'

/** The record that the address names; undefined while the catalogue loads, null when there is none to see. */
export function useRecord(): MetaRecord | undefined | null {
  const { system, record } = useParams()
  const { data: meta } = useMeta()
  if (!meta) return undefined
  return meta.systems.flatMap(({ records }) => records).find(({ id }) => id === `${system}.${record}`) ?? null
}

export const pageOf = (record: MetaRecord, id?: string): string =>
  `/records/${record.id.replace('.', '/')}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`
