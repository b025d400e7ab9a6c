/** An EPA SWMM 5.2 input file as data that never changes: an edit gives another model that shares what it left alone. */

import type { SectionKey } from './sections/index.ts'

export type Lang = 'zh' | 'en'
export type Words = Readonly<Record<Lang, string>>

export interface Line {
  /** As it stands in the file, with its line break. */
  readonly raw: string
  /** Empty for a heading, a comment and a blank line. */
  readonly cells: readonly string[]
}

/** A heading and what stands under it, up to the next one. */
export interface Part {
  /** Undefined for what stands before the first heading, and under one that is not known. */
  readonly key: SectionKey | undefined
  /** The heading first, except before the first heading. */
  readonly lines: readonly Line[]
}

export interface Model {
  readonly parts: readonly Part[]
}

/** A line that says something, with its number in the file, from 1. */
export interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

/** What an id names; nodes share their names whatever section they stand in, and so do links. */
export type Thing =
  | 'node'
  | 'link'
  | 'subcatchment'
  | 'gage'
  | 'aquifer'
  | 'hydrograph'
  | 'snowpack'
  | 'pollutant'
  | 'landUse'
  | 'pattern'
  | 'curve'
  | 'series'
  | 'transect'
  | 'lid'
  | 'street'
  | 'inlet'
  | 'rule'

/** What a number is measured in; which unit that is depends on FLOW_UNITS (`unitOf`). */
export type Quantity =
  | 'length'
  | 'area'
  | 'surface'
  | 'flow'
  | 'slope'
  | 'rain'
  | 'rainDepth'
  | 'percent'
  | 'hours'
  | 'days'
