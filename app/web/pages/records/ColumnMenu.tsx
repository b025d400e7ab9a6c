import type { MetaRecord } from '../../client/types.ts'
import { useSay, useWords } from '../../i18n/index.ts'
import type { ColumnChoice } from './useColumnChoice.ts'

export function ColumnMenu({ record, choice }: { record: MetaRecord; choice: ColumnChoice }) {
  const say = useSay()
  const words = useWords()
  return (
    <details className="column-menu">
      <summary className="button">{words('columns')}</summary>
      <div>
        {Object.entries(record.columns).map(([name, column]) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={choice.shown.includes(name)}
              disabled={name === record.title}
              onChange={() => choice.toggle(name)}
            />
            {say(column.name)}
          </label>
        ))}
      </div>
    </details>
  )
}
