import type { ApiAnswer } from '../../../app/web/client/api.ts'

export type SchemeLine = ApiAnswer<'/api/efficiency/board'>['schemes'][number]
export type Move = SchemeLine['moves'][number]
export type Round = ApiAnswer<'/api/efficiency/rounds/{id}'>
export type Share = Round['shares'][number]
export type Objection = Round['objections'][number]
export type ResultLine = ApiAnswer<'/api/efficiency/rounds/{id}/results'>['rows'][number]
export type Result = ApiAnswer<'/api/efficiency/results/{id}'>
