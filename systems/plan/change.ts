import { Decimal } from 'decimal.js'
import { GaoxinError } from '../../kernel/errors.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { GranuleRow } from './tables.ts'

/** What may be changed of a granule; left out: stays as it is. */
export interface Wanted {
  readonly due_on?: string | undefined
  readonly target?: string | undefined
  readonly lead_office?: string | undefined
  /** null takes a light set by hand back. */
  readonly override_light?: string | null | undefined
}
export type Field = keyof Wanted
export type Changed = Pick<GranuleRow, 'starts_on' | 'year' | Field>

/** One line of history to be: the old value beside the new. */
export interface Difference {
  readonly field: Field
  readonly before: string | null
  readonly after: string | null
}

/** The last day that a due date may move to: a task leaves its year only where the plan gave it longer. */
const lastDue = ({ year, due_on }: Changed): string => {
  const later = due_on.slice(0, 4)
  return `${later > year ? later : year}-12-31`
}

type Known = (office: string) => boolean
const CHECKS: readonly {
  readonly field: Field
  readonly wrong: (after: string, granule: Changed, known: Known) => boolean
  readonly code: string
  readonly says: Text
  readonly remedy: (granule: Changed) => Text
}[] = [
  {
    field: 'due_on',
    wrong: (after, { starts_on }) => after < starts_on,
    code: 'PLAN_DUE_BEFORE_START',
    says: text('完成时限早于计划开始日期', 'The due date is before the planned start'),
    remedy: ({ starts_on }) => text(`请填 ${starts_on} 或以后的日期`, `Give ${starts_on} or a later date`),
  },
  {
    field: 'due_on',
    wrong: (after, granule) => after > lastDue(granule),
    code: 'PLAN_DUE_OUTSIDE_YEAR',
    says: text('完成时限超出计划年度', 'The due date is beyond the year of the plan'),
    remedy: (granule) =>
      text(
        `请填 ${lastDue(granule)} 或以前的日期；跨年任务请调整出清单，列入下一年度计划`,
        `Give ${lastDue(granule)} or an earlier date; what takes longer goes off the list and into the next plan`,
      ),
  },
  {
    field: 'lead_office',
    wrong: (after, _granule, known) => !known(after),
    code: 'PLAN_OFFICE',
    says: text('没有这个单位', 'There is no such office'),
    remedy: () => text('请从机构名录中选择', 'Choose one of the register of offices'),
  },
]

const same = (field: Field, before: string | null, after: string | null): boolean =>
  field === 'target' && before !== null && after !== null
    ? new Decimal(before).equals(after)
    : before === after

/**
 * What would really change.
 * @throws GaoxinError PLAN_DUE_BEFORE_START, PLAN_DUE_OUTSIDE_YEAR, PLAN_OFFICE, PLAN_NO_CHANGE
 */
export function differences(granule: Changed, wanted: Wanted, known: Known): readonly Difference[] {
  const found = (Object.keys(wanted) as Field[]).flatMap((field): Difference[] => {
    const [before, after] = [granule[field], wanted[field]]
    return after === undefined || same(field, before, after) ? [] : [{ field, before, after }]
  })
  for (const { field, after } of found)
    for (const { code, says, remedy } of CHECKS.filter(
      (check) => check.field === field && after !== null && check.wrong(after, granule, known),
    ))
      throw new GaoxinError(code, says, remedy(granule), { place: field, value: after, status: 422 })
  if (found.length > 0) return found
  throw new GaoxinError(
    'PLAN_NO_CHANGE',
    text('没有任何变动', 'Nothing changes'),
    text('请填写与现值不同的时限、目标、牵头单位或亮灯', 'Give a date, target, office or light that differs'),
    { status: 422 },
  )
}
