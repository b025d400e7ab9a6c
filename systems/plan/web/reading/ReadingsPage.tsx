import { Link } from 'react-router'
import { useMeta } from '../../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { DataTable, type TableColumn } from '../../../../app/web/kit/DataTable.tsx'
import { shortDate } from '../../../../app/web/kit/format.ts'
import { Missing } from '../../../../app/web/kit/Missing.tsx'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer } from '../../../../app/web/kit/States.tsx'
import { PAPERS, READING_STATES } from '../choices.ts'
import './reading.css'
import { Upload } from './Upload.tsx'
import { type ReadingRow, readingPage, useReadings } from './useReadings.ts'
import { R } from './words.ts'

/** Where reports and plans come in, and what became of those that did. */
export default function ReadingsPage() {
  const say = useSay()
  return (
    <>
      <PageHead title={say(R.readIn)} about={say(R.about)} />
      <Answer of={useReadings()} lines={8}>
        {({ mayRead, rows }) =>
          mayRead ? (
            <div className="stack">
              <OfficesFirst />
              <Upload />
              {rows.length > 0 && <Papers rows={rows} />}
            </div>
          ) : (
            <Missing
              title={say(R.notYours)}
              hint={say(R.notYoursHint)}
              to="/plan/readings"
              action={say(R.readIn)}
              may={false}
            />
          )
        }
      </Answer>
    </>
  )
}

/** Tasks are led by offices: without any, a plan cannot be given out. */
export function OfficesFirst() {
  const say = useSay()
  const { data: meta } = useMeta()
  if (!meta || meta.offices.length > 1) return null
  return (
    <section className="block reading-offices">
      <p>
        <strong>{say(R.noOffices)}</strong>
      </p>
      <p className="second">{say(R.noOfficesHint)}</p>
      {meta.actor.role === 'system' && <Link to="/records/access/offices">{say(R.toOffices)}</Link>}
    </section>
  )
}

function Papers({ rows }: { rows: readonly ReadingRow[] }) {
  const say = useSay()
  const language = useLanguage()
  const columns: readonly TableColumn<ReadingRow>[] = [
    {
      key: 'file',
      name: say(R.file),
      card: 'title',
      cell: ({ id, title, fileName }) => (
        <>
          <Link to={readingPage(id)}>{title}</Link>
          <p className="because">{fileName}</p>
        </>
      ),
    },
    { key: 'paper', name: say(R.paper), card: 'show', cell: ({ paper }) => say(PAPERS[paper]) },
    { key: 'year', name: say(R.year), card: 'show', cell: ({ year }) => year },
    { key: 'tasks', name: say(R.tasks), numeric: true, card: 'show', cell: ({ tasks }) => tasks },
    {
      key: 'unled',
      name: say(R.unled),
      numeric: true,
      cell: ({ unled, state }) => (state === 'open' && unled > 0 ? unled : ''),
    },
    { key: 'state', name: say(R.state), card: 'show', cell: ({ state }) => say(READING_STATES[state]) },
    {
      key: 'by',
      name: say(R.by),
      cell: ({ broughtBy, broughtOn }) => `${broughtBy} · ${shortDate(broughtOn, language)}`,
    },
  ]
  return (
    <section>
      <h2>{say(R.papers)}</h2>
      <DataTable caption={say(R.papers)} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </section>
  )
}
