import { useSay, useWords } from '../../../../app/web/i18n/index.ts'
import { Chips } from '../../../../app/web/kit/Chips.tsx'
import { LightShape } from '../../../../app/web/kit/Light.tsx'
import type { Ledger } from '../types.ts'
import { useOfficeName } from '../useNames.ts'
import { W } from '../words.ts'
import type { FilterName } from './useLedger.ts'

const LIGHTS = ['red', 'yellow', 'green', 'done'] as const
const LISTS = ['work', 'livelihood'] as const

/** Lists and lights as chips with their counts, the rest as small fields. */
export function Filters({
  ledger,
  value,
  set,
}: {
  ledger: Ledger
  value: (name: FilterName) => string
  set: (name: FilterName, value: string) => void
}) {
  const say = useSay()
  const words = useWords()
  const office = useOfficeName()
  const { counts, years, offices } = ledger
  const total = LIGHTS.reduce((sum, light) => sum + counts[light], 0)
  return (
    <div className="toolbar">
      <Chips
        label={say(W.plan)}
        chosen={value('list')}
        choose={(key) => set('list', key)}
        chips={[
          { key: '', name: say(W.bothLists) },
          ...LISTS.map((key) => ({ key: key as string, name: say(W[key]) })),
        ]}
      />
      <Chips
        label={say(W.light)}
        chosen={value('light')}
        choose={(key) => set('light', key)}
        chips={[
          { key: '', name: say(W.allLights), count: total },
          ...LIGHTS.map((key) => ({
            key: key as string,
            name: (
              <>
                <LightShape light={key} /> {words(`light_.${key}`)}
              </>
            ),
            count: counts[key],
          })),
        ]}
      />
      <select
        className="select"
        aria-label={say(W.year)}
        value={value('year')}
        onChange={(event) => set('year', event.target.value)}
      >
        {[...new Set([value('year'), ...years])]
          .sort()
          .reverse()
          .map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
      </select>
      <select
        className="select"
        aria-label={say(W.lead)}
        value={value('office')}
        onChange={(event) => set('office', event.target.value)}
      >
        <option value="">{say(W.allOffices)}</option>
        {offices.map((one) => (
          <option key={one.id} value={one.id}>
            {`${office(one)} ${one.granules}`}
          </option>
        ))}
      </select>
      <input
        className="input"
        type="search"
        aria-label={say(W.searchTask)}
        placeholder={say(W.searchTask)}
        value={value('search')}
        onChange={(event) => set('search', event.target.value)}
      />
    </div>
  )
}
