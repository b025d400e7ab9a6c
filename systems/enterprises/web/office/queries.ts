import type { ApiAnswer } from '../../../../app/web/client/api.ts'
import { useApi } from '../../../../app/web/client/queries.ts'

export type Rung = ApiAnswer<'/api/enterprises/rungs'>[number]
export type Near = ApiAnswer<'/api/enterprises/near'>
export type NearRow = Near['rows'][number]
export type Renewals = ApiAnswer<'/api/enterprises/renewals'>
export type RenewalRow = Renewals['rows'][number]

export const PAGE = 50

export const useRungs = () => useApi('/api/enterprises/rungs', {})

/** What a list below the rungs shows, as the address of the page says it. */
export type List = 'near' | 'ready' | 'renewals'
