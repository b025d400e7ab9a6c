import type { ApiAnswer } from '../../../app/web/client/api.ts'

export type Overview = ApiAnswer<'/api/city/overview'>
export type Scores = ApiAnswer<'/api/city/scores'>
export type ScoreRow = Scores['rows'][number]
export type Cleanest = ApiAnswer<'/api/city/cleanest'>
export type Wall = ApiAnswer<'/api/city/wall'>
