import { useState } from 'react'
import { useApi } from '../../../../app/web/client/queries.ts'
import { useStatedName } from '../../../../app/web/figure/FigureName.tsx'
import { useSay, useWords } from '../../../../app/web/i18n/index.ts'
import { useMarks } from '../../../../app/web/i18n/marks.ts'
import { useUnit } from '../../../../app/web/i18n/units.ts'
import { Chips } from '../../../../app/web/kit/Chips.tsx'
import { DataTable, type TableColumn } from '../../../../app/web/kit/DataTable.tsx'
import { FigureLink } from '../../../../app/web/kit/FigureLink.tsx'
import { formatNumber, plainNumber } from '../../../../app/web/kit/format.ts'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer, Empty } from '../../../../app/web/kit/States.tsx'
import { isNoReport, NoReport } from '../NoPlan.tsx'
import type { VerifyRow } from '../types.ts'
import { W } from '../words.ts'
import { useStated } from './useStated.tsx'
import { Verdict } from './Verdict.tsx'

const VERDICTS = ['equal', 'different', 'stated', 'missing'] as const
type Chosen = (typeof VERDICTS)[number] | 'all'
const NAMES = { equal: W.equal, different: W.different, stated: W.statedOnly, missing: W.missing } as const

/** The report's figures beside those of the records, one line each, the score on top. */
export default function VerifyPage() {
  const say = useSay()
  const words = useWords()
  const marks = useMarks()
  const [chosen, choose] = useState<Chosen>('all')
  const asked = useApi('/api/plan/verify', {})
  const columns = useColumns()
  return (
    <>
      <PageHead title={say(W.verify)} about={say(W.verifyAbout)} />
      {isNoReport(asked.error) ? (
        <NoReport />
      ) : (
        <Answer of={asked} lines={14}>
          {({ report, rows, score }) => {
            const shown = chosen === 'all' ? rows : rows.filter(({ verdict }) => verdict === chosen)
            const { figures, granules } = score
            return (
              <>
                <p className="verify-score">
                  <strong>{report.title}</strong>
                  <span>
                    {say(W.figures)} {figures.total}
                    {marks.colon}
                    {say(W.computed)} {figures.computed}
                    {marks.open}
                    {say(W.equal)} {figures.equal}
                    {marks.list}
                    {say(W.different)} {figures.different}
                    {marks.close}
                    {marks.list}
                    {say(W.statedOnly)} {figures.stated}
                    {marks.list}
                    {say(W.missing)} {figures.missing}
                  </span>
                  <span>
                    {say(W.granules)} {granules.total}
                    {marks.colon}
                    {say(W.measured)} {granules.measured}
                    {marks.list}
                    {say(W.tracked)} {granules.tracked}
                    {marks.list}
                    {say(W.loose)} {granules.loose}
                  </span>
                </p>
                <div className="toolbar">
                  <Chips<Chosen>
                    label={say(W.verdict)}
                    chosen={chosen}
                    choose={choose}
                    chips={[
                      { key: 'all', name: words('all'), count: rows.length },
                      ...VERDICTS.map((key) => ({
                        key,
                        name: say(NAMES[key]),
                        count: rows.filter(({ verdict }) => verdict === key).length,
                      })),
                    ]}
                  />
                </div>
                {shown.length === 0 ? (
                  <Empty title={words('emptyFilter')} />
                ) : (
                  <DataTable
                    compact
                    caption={say(W.verify)}
                    columns={columns}
                    rows={shown}
                    rowKey={({ id }) => id}
                  />
                )}
              </>
            )
          }}
        </Answer>
      )}
    </>
  )
}

function useColumns(): readonly TableColumn<VerifyRow>[] {
  const say = useSay()
  const words = useWords()
  const unitName = useUnit()
  const nameOf = useStatedName()
  const stated = useStated()
  return [
    {
      key: 'name',
      name: words('indicators'),
      card: 'title',
      width: '34%',
      cell: (row) =>
        row.ref ? (
          <FigureLink to={row.ref} className="">
            {nameOf(row)}
          </FigureLink>
        ) : (
          row.indicatorText
        ),
    },
    { key: 'stated', name: say(W.stated), numeric: true, card: 'show', cell: stated },
    {
      key: 'computed',
      name: say(W.computed),
      numeric: true,
      card: 'show',
      cell: ({ computed, computedUnit }) =>
        computed === null ? (
          <span className="second">—</span>
        ) : (
          <span className="figure-value">
            {formatNumber(plainNumber(computed, 4))}
            <small>{unitName(computedUnit)}</small>
          </span>
        ),
    },
    {
      key: 'verdict',
      name: say(W.verdict),
      card: 'show',
      cell: ({ verdict }) => <Verdict of={verdict} word={say(NAMES[verdict])} />,
    },
    {
      key: 'by',
      name: say(W.difference),
      numeric: true,
      cell: ({ by, unit }) => (by ? `${plainNumber(by)} ${unitName(unit)}` : ''),
    },
    {
      key: 'rows',
      name: say(W.rowsCount),
      numeric: true,
      card: 'show',
      cell: ({ rows, synthetic }) =>
        rows === null ? (
          ''
        ) : (
          <>
            {formatNumber(rows)}
            {synthetic && <small className="tag">{words('syntheticShort')}</small>}
          </>
        ),
    },
  ]
}
