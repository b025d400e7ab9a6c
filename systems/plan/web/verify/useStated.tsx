import { useLanguage } from '../../../../app/web/i18n/index.ts'
import { useUnit } from '../../../../app/web/i18n/units.ts'
import { formatNumber } from '../../../../app/web/kit/format.ts'
import { signOf } from '../bounds.ts'
import type { VerifyRow } from '../types.ts'

/** A stated figure: the report's own words, in English its number with the words on hover. */
export function useStated(): (row: VerifyRow) => React.ReactNode {
  const language = useLanguage()
  const unitName = useUnit()
  return ({ text, bound, stated, unit }) =>
    language === 'zh' ? (
      text
    ) : (
      <span className="figure-value" title={text}>
        {signOf(bound)}
        {formatNumber(stated)}
        <small>{unitName(unit)}</small>
      </span>
    )
}
