import type { Problem } from '../../problems.ts'
import type { Model } from '../../types.ts'
import { checkClimateFile } from './climate.ts'
import type { Files } from './lines.ts'
import { checkRainFiles } from './rain.ts'
import { checkSeriesFiles } from './series.ts'

export type { Files } from './lines.ts'

/** What stands in the files that a model reads; of those that are not given, nothing is said. */
export const checkFiles = (model: Model, files: Files): readonly Problem[] => [
  ...checkSeriesFiles(model, files),
  ...checkRainFiles(model, files),
  ...checkClimateFile(model, files),
]
