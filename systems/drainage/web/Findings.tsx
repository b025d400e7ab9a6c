import { useState } from 'react'
import { Link } from 'react-router'
import { useSay } from '../../../app/web/i18n/index.ts'
import { useMarks } from '../../../app/web/i18n/marks.ts'
import { Chips } from '../../../app/web/kit/Chips.tsx'
import { DataTable } from '../../../app/web/kit/DataTable.tsx'
import type { Check, Chosen } from './types.ts'
import { W } from './words.ts'

interface Props {
  readonly checks: readonly Check[]
  readonly show: (
    chosen: Chosen,
    place: { readonly longitude: number; readonly latitude: number } | undefined,
  ) => void
}

type Finding = Check['findings'][number]

/** 拓扑检查: what each check finds; each leads to its row and to its place on the map. */
export function Findings({ checks, show }: Props) {
  const say = useSay()
  const marks = useMarks()
  const [chosen, setChosen] = useState<Check['check']>(
    checks.find(({ count }) => count > 0)?.check ?? 'uphill',
  )
  const { findings } = checks.find(({ check }) => check === chosen) ?? { findings: [] }
  const detail = ({ value, own }: Finding) =>
    `${say(W[`${chosen}Says`])}${own !== null ? `${marks.colon}${value} → ${own} ${say(W.metres)}` : value !== null ? ` ${value.toFixed(2)} ${say(W.metres)}` : ''}`
  return (
    <section className="block drain-findings">
      <h2>{say(W.findings)}</h2>
      <p className="second">{say(W.findingsHelp)}</p>
      <div className="toolbar">
        <Chips
          label={say(W.findings)}
          chosen={chosen}
          choose={setChosen}
          chips={checks.map(({ check, count }) => ({ key: check, name: say(W[check]), count }))}
        />
      </div>
      {findings.length === 0 ? (
        <p className="second">{say(W.none)}</p>
      ) : (
        <DataTable
          caption={say(W[chosen])}
          rows={findings}
          rowKey={({ id }) => id}
          compact
          columns={[
            {
              key: 'code',
              name: say(W.what),
              card: 'title',
              cell: ({ record, id, code }) => (
                <Link to={`/records/${record.replace('.', '/')}/${encodeURIComponent(id)}`}>{code}</Link>
              ),
            },
            { key: 'detail', name: say(W.detail), card: 'show', cell: detail },
            {
              key: 'show',
              name: '',
              card: 'show',
              cell: ({ record, id, longitude, latitude }) => (
                <button
                  type="button"
                  className="link"
                  onClick={() =>
                    show(
                      record === 'drainage.links' ? { link: id } : { node: id },
                      longitude === null || latitude === null ? undefined : { longitude, latitude },
                    )
                  }
                >
                  {say(W.show)}
                </button>
              ),
            },
          ]}
        />
      )}
    </section>
  )
}
