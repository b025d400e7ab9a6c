import { Fragment, lazy, Suspense } from 'react'
import { Link, useParams } from 'react-router'
import type { Place } from '../../../kernel/store/place.ts'
import { useMeta, useRow } from '../client/queries.ts'
import type { MetaRecord, Row } from '../client/types.ts'
import { useLanguage, useSay, useWords } from '../i18n/index.ts'
import { useUnit } from '../i18n/units.ts'
import { formatInstant } from '../kit/format.ts'
import { PageHead } from '../kit/PageHead.tsx'
import { Answer, Loading } from '../kit/States.tsx'
import { useCell } from '../kit/useCell.tsx'
import { usePost } from '../kit/usePost.ts'
import { CasesOfRow } from './flow/CasesOfRow.tsx'
import { grouped } from './form/groups.ts'
import NotFound from './NotFound.tsx'
import { Files } from './record/Files.tsx'
import { History } from './record/History.tsx'
import { Panels } from './record/Panels.tsx'
import { Personal } from './record/Personal.tsx'
import { Referring } from './record/Referring.tsx'
import { RowActions } from './record/RowActions.tsx'

const PointMap = lazy(() => import('../kit/map/PointMap.tsx'))

/** One row of any record: every column with its unit, who recorded it and when. */
export default function RecordPage() {
  const { system, record, id } = useParams()
  const { data: meta } = useMeta()
  const asked = useRow(`${system}.${record}`, id ?? '')
  if (!meta) return <Loading />
  const found = meta.systems.flatMap(({ records }) => records).find((one) => one.id === `${system}.${record}`)
  if (!found) return <NotFound />
  return <Answer of={asked}>{(row) => <Detail record={found} row={row} />}</Answer>
}

function Detail({ record, row }: { record: MetaRecord; row: Row }) {
  const say = useSay()
  const words = useWords()
  const language = useLanguage()
  const cell = useCell()
  const unit = useUnit()
  const post = usePost()
  const title = record.columns[record.title]
  const shown = Object.keys(record.columns).filter(
    (name) => record.columns[name]?.kind !== 'data' || !record.columns[name]?.quiet,
  )
  const named = title?.choices?.[String(row[record.title])]
  const label = named ? say(named) : String(row[record.title] ?? row.id)
  const places = shown.filter((name) => record.columns[name]?.kind === 'place' && row[name])
  const place = places[0] && (row[places[0]] as Place)
  return (
    <>
      <PageHead
        title={label}
        about={
          <>
            <Link to={`/records/${record.id.replace('.', '/')}`}>{say(record.name)}</Link> · {row.id}
            {row.synthetic === true && <span className="tag">{words('synthetic')}</span>}{' '}
            <CasesOfRow record={record.id} id={row.id} />
          </>
        }
      >
        <RowActions record={record} row={row} />
      </PageHead>
      <section className="block">
        {grouped(record, shown).map(({ name: group, columns }) => (
          <Fragment key={group?.zh ?? ''}>
            {group && <h3 className="facts-group">{say(group)}</h3>}
            <dl className="facts">
              {columns
                .flatMap((name) => (record.columns[name] ? [[name, record.columns[name]] as const] : []))
                .map(([name, column]) => (
                  <div key={name} className="facts-row" title={say(column.help)}>
                    <dt>{say(column.name)}</dt>
                    <dd>
                      {column.personal ? (
                        <Personal record={record} row={row} column={name} />
                      ) : column.kind === 'longText' ? (
                        String(row[name] ?? '—')
                      ) : (
                        cell(column, row[name])
                      )}
                      {column.unit && row[name] !== null && (
                        <small className="second"> {unit(column.unit)}</small>
                      )}
                    </dd>
                  </div>
                ))}
            </dl>
          </Fragment>
        ))}
        {place && (
          <Suspense fallback={<Loading lines={4} />}>
            <PointMap place={place} label={label} />
          </Suspense>
        )}
        <p className="chart-source">
          {post(String(row.recorded_by))} · {formatInstant(String(row.recorded_at), language)}
        </p>
      </section>
      <Panels record={record.id} id={row.id} />
      <Referring record={record} id={row.id} />
      {record.whole && <Files record={record.id} id={row.id} />}
      <History record={record} id={row.id} />
    </>
  )
}
