import type { z } from 'zod'
import type { ApiAnswer } from '../../../app/web/client/api.ts'
import type { Text } from '../../../kernel/text.ts'
import type {
  ChangeShape,
  DetailOutput,
  EvidenceShape,
  GranuleShape,
  LedgerOutput,
  LetterShape,
  NodeShape,
  OfficeShape,
  ProgressShape,
  ScoresOutput,
} from '../routes/shapes.ts'

/** The shapes of the wire, inferred from the routes' own schemas; types only, no server code comes along. */
export type Granule = z.infer<typeof GranuleShape>
export type Detail = z.infer<typeof DetailOutput>
export type Ledger = z.infer<typeof LedgerOutput>
export type Letter = z.infer<typeof LetterShape>
export type Milestone = z.infer<typeof NodeShape>
export type Report = z.infer<typeof ProgressShape>
export type Evidence = z.infer<typeof EvidenceShape>
export type Change = z.infer<typeof ChangeShape>
export type Scores = z.infer<typeof ScoresOutput>
export type OfficeName = z.infer<typeof OfficeShape>

/** By hand: the schema of a draft does not tell runs of words from runs of figures. */
export type RunStatus = 'computed' | 'stated' | 'forecast' | 'missing'
export interface WordsRun {
  readonly type: 'words'
  readonly text: string
}
export interface FigureRun {
  readonly type: 'figure'
  readonly text: string
  readonly status: RunStatus
  readonly slot: number
  readonly indicator: string
  readonly notes: readonly Text[]
  /** Null where no indicator of the catalogue is meant: there is nothing to open. */
  readonly ref: string | null
}
export interface Broken extends Text {
  readonly code: string
}
export interface DraftSentence {
  readonly runs: readonly (WordsRun | FigureRun)[]
  readonly broken: readonly Broken[]
}
export interface DraftBlock {
  readonly kind: 'head' | 'title' | 'heading' | 'paragraph' | 'foot'
  readonly level: number
  readonly runsOn: boolean
  readonly sentences: readonly DraftSentence[]
}
export interface Draft {
  readonly title: string
  readonly year: number
  readonly template: { readonly id: string; readonly title: string; readonly year: string }
  readonly forecast: boolean
  readonly counts: Readonly<Record<RunStatus | 'broken', number>>
  readonly blocks: readonly DraftBlock[]
}

export type Verification = ApiAnswer<'/api/plan/verify'>
export type VerifyRow = Verification['rows'][number]
