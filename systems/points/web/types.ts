import type { ApiAnswer } from '../../../app/web/client/api.ts'

export type Overview = ApiAnswer<'/api/points/rounds/{id}'>
export type Standing = ApiAnswer<'/api/points/enterprises/{id}'>
export type Part = Standing['parts'][number]
export type Objection = Standing['objections'][number]
