import type { ApiAnswer } from '../../../app/web/client/api.ts'

export type Overview = ApiAnswer<'/api/economy/overview'>
/** One figure of the first screen. */
export type Card = Overview['items'][number]
