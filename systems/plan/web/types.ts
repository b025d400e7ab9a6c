import type { ApiAnswer } from '../../../app/web/client/api.ts'

/** The shapes of the wire, as the screens of this system read them. */
export type Ledger = ApiAnswer<'/api/plan/ledger'>
export type Granule = Ledger['rows'][number]
export type OfficeName = Granule['office']
export type Detail = ApiAnswer<'/api/plan/granules/{id}'>
export type Letter = Detail['letters'][number]
export type Milestone = Detail['nodes'][number]
export type Report = Detail['progress'][number]
export type Change = Detail['history'][number]
export type Application = Detail['applications'][number]
export type Scores = ApiAnswer<'/api/plan/offices/scores'>

export type Draft = ApiAnswer<'/api/plan/report/{period}'>
export type DraftBlock = Draft['blocks'][number]
export type DraftSentence = DraftBlock['sentences'][number]
export type Broken = DraftSentence['broken'][number]
export type FigureRun = Extract<DraftSentence['runs'][number], { type: 'figure' }>
export type RunStatus = FigureRun['status']

export type Verification = ApiAnswer<'/api/plan/verify'>
export type VerifyRow = Verification['rows'][number]
