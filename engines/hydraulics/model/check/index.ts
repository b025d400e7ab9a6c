import { byPlace, type Problem } from '../problems.ts'
import type { Model } from '../types.ts'
import { definedIn } from './defined.ts'
import { checkExpressions } from './expressions.ts'
import { checkFiles, type Files } from './files/index.ts'
import { checkGages } from './gages.ts'
import { checkHydrology } from './hydrology.ts'
import { checkNetwork } from './network.ts'
import { checkOrder } from './order.ts'
import { checkRows } from './rows.ts'
import { checkRules } from './rules.ts'
import { checkWholes } from './wholes.ts'

/**
 * Everything that is wrong with a model, in the order of its lines; what concerns the whole file comes first.
 * An error is what the engine refuses; a warning is what it runs, perhaps not as meant.
 * @param files that it reads, by the names as it writes them: what is wrong in them comes after all, file by file
 */
export function checkModel(model: Model, files: Files = {}): readonly Problem[] {
  const { defined, problems } = definedIn(model)
  const rows = checkRows(model, defined)
  const broken = new Set(rows.flatMap(({ level, line }) => (level === 'error' ? [line] : [])))
  return [
    ...problems,
    ...rows,
    ...checkRules(model, defined, broken),
    ...checkOrder(model),
    ...checkWholes(model),
    ...checkHydrology(model),
    ...checkGages(model),
    ...checkExpressions(model, defined),
    ...checkNetwork(model),
    ...checkFiles(model, files),
  ].sort(byPlace)
}
