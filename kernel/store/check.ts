import { GaoxinError } from '../errors.ts'
import { text } from '../text.ts'
import type { RecordDefinition } from './record.ts'
import { type ColumnProblem, problemsOf, schemaFor } from './schema.ts'

/**
 * @param partial true when the rest of the row stays as it is.
 * @throws GaoxinError RECORD_VALUE naming the first column that does not fit, with the value given unless it is personal.
 */
export function checkValues(
  record: RecordDefinition,
  values: unknown,
  partial = false,
): Record<string, unknown> {
  const result = schemaFor(record, partial).safeParse(values)
  if (result.success) return result.data
  const problem = problemsOf(record, values, partial)[0] ?? {
    column: '',
    says: record.name,
    remedy: record.about,
  }
  throw new GaoxinError('RECORD_VALUE', problem.says, problem.remedy, {
    place: `${record.id}.${problem.column}`,
    // An error travels to screens and logs, where what tells of a person has no place.
    value: record.columns[problem.column]?.personal
      ? undefined
      : (values as Record<string, unknown> | null)?.[problem.column],
    status: 422,
  })
}

/** Everything that is wrong with a form at once, to be shown at its fields. */
export const valuesError = (record: RecordDefinition, problems: readonly ColumnProblem[]): GaoxinError => {
  const columns = problems.map(({ column }) => record.columns[column]?.name ?? text(column, column))
  return new GaoxinError(
    'RECORD_VALUES',
    text(
      `有 ${problems.length} 栏不合要求：${columns.map(({ zh }) => zh).join('、')}`,
      `${problems.length} columns do not fit: ${columns.map(({ en }) => en).join(', ')}`,
    ),
    text('请逐栏改正后再提交', 'Mend each of them and submit again'),
    { place: record.id, details: { problems }, status: 422 },
  )
}
