import type { ApiAnswer } from '../../../app/web/client/api.ts'

export type NetworkPart = ApiAnswer<'/api/drainage/network'>
export type Traced = ApiAnswer<'/api/drainage/trace'>
export type Section = ApiAnswer<'/api/drainage/section'>
export type Findings = ApiAnswer<'/api/drainage/findings'>
export type Check = Findings['checks'][number]
export type Totals = ApiAnswer<'/api/drainage/totals'>
export type AssessedPipe = ApiAnswer<'/api/drainage/priority'>['pipes'][number]
export type Assessment = AssessedPipe['structural']

export type Twin = ApiAnswer<'/api/drainage/twin'>
export type TwinRun = NonNullable<Twin['run']>
export type Replay = NonNullable<Twin['replay']>
export type Replays = ApiAnswer<'/api/drainage/replays'>
export type TwinPlace = Twin['places'][number]
export type Field = ApiAnswer<'/api/drainage/twin/field'>
export type Hydrograph = ApiAnswer<'/api/drainage/twin/series'>

/** What is chosen on the map, by the id of its row. */
export type Chosen = { readonly link: string } | { readonly node: string }
