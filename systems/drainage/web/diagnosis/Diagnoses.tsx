import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { ApiAnswer } from '../../../../app/web/client/api.ts'
import { post } from '../../../../app/web/client/fetch.ts'
import { queryClient, useApi, useMeta } from '../../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { useMarks } from '../../../../app/web/i18n/marks.ts'
import { DataTable } from '../../../../app/web/kit/DataTable.tsx'
import { formatInstant } from '../../../../app/web/kit/format.ts'
import { Answer, Problem } from '../../../../app/web/kit/States.tsx'
import { useChoice } from '../../../../app/web/kit/useChoice.ts'
import type { Chosen } from '../types.ts'
import { Evidence } from './Evidence.tsx'
import { W } from './words.ts'

export type Finding = ApiAnswer<'/api/drainage/diagnoses'>['diagnoses'][number]

/** Begins maintenance of a finding or of a pipe, and opens its case. */
export function useMaintenance() {
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (what: { readonly diagnosis: string } | { readonly link: string }) =>
      post<{ case: string }>('/api/drainage/maintenance', what),
    onSuccess: async (begun) => {
      await queryClient.invalidateQueries()
      await navigate(`/cases/${begun.case}`)
    },
  })
}

/** 监测诊断: what is open, its readings drawn, and the way to its maintenance. */
export function Diagnoses({ show }: { readonly show: (chosen: Chosen) => void }) {
  const say = useSay()
  const known = useApi('/api/drainage/diagnoses', {})
  return (
    <section className="block drain-findings">
      <h2>
        {say(W.title)}
        <Link to="/records/drainage/diagnoses">{say(W.history)}</Link>
      </h2>
      <p className="second">{say(W.help)}</p>
      <Answer of={known} lines={5}>
        {({ diagnoses }) =>
          diagnoses.length === 0 ? (
            <p className="second">{say(W.none)}</p>
          ) : (
            <Table findings={diagnoses} show={show} />
          )
        }
      </Answer>
    </section>
  )
}

function Table({
  findings,
  show,
}: {
  readonly findings: readonly Finding[]
  readonly show: (chosen: Chosen) => void
}) {
  const say = useSay()
  const language = useLanguage()
  const marks = useMarks()
  const choice = useChoice()
  const { data: meta } = useMeta()
  const begin = useMaintenance()
  const [shown, setShown] = useState<string | undefined>(findings[0]?.id)
  const drawn = useRef<HTMLDivElement>(null)
  const choose = (id: string) => {
    setShown(id)
    drawn.current?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <>
      <DataTable
        caption={say(W.title)}
        rows={findings}
        rowKey={({ id }) => id}
        compact
        columns={[
          {
            key: 'what',
            name: say(W.what),
            card: 'title',
            cell: ({ id, kind }) => (
              <Link to={`/records/drainage/diagnoses/${encodeURIComponent(id)}`}>
                {choice('drainage.diagnoses', 'kind', kind)}
              </Link>
            ),
          },
          {
            key: 'sensor',
            name: say(W.sensor),
            card: 'show',
            cell: ({ sensor, deviceCode }) => (
              <Link to={`/records/drainage/sensors/${encodeURIComponent(sensor)}`}>{deviceCode}</Link>
            ),
          },
          {
            key: 'where',
            name: say(W.where),
            card: 'show',
            cell: ({ node, link, place }) => (
              <button
                type="button"
                className="link"
                onClick={() => show(link ? { link } : { node: node as string })}
              >
                {place}
              </button>
            ),
          },
          {
            key: 'measured',
            name: say(W.measured),
            card: 'show',
            cell: ({ kind, value, limit, unit }) =>
              `${value} ${unit} ${say(W[`${kind}Says`])}${marks.open}${say(W.limit)} ${limit}${marks.close}`,
          },
          {
            key: 'confidence',
            name: say(W.confidence),
            unit: '%',
            numeric: true,
            card: 'show',
            cell: ({ confidence }) => confidence,
          },
          { key: 'found', name: say(W.found), cell: ({ foundAt }) => formatInstant(foundAt, language) },
          {
            key: 'act',
            name: '',
            card: 'show',
            cell: (finding) => (
              <span className="toolbar">
                <button
                  type="button"
                  className="link"
                  aria-pressed={finding.id === shown}
                  onClick={() => choose(finding.id)}
                >
                  {say(W.evidence)}
                </button>
                {finding.case ? (
                  <Link to={`/cases/${finding.case}`}>{say(W.underWay)}</Link>
                ) : (
                  meta?.actor.role === 'officer' && (
                    <button
                      type="button"
                      className="link"
                      disabled={begin.isPending}
                      onClick={() => begin.mutate({ diagnosis: finding.id })}
                    >
                      {say(W.begin)}
                    </button>
                  )
                )}
              </span>
            ),
          },
        ]}
      />
      {begin.error && <Problem error={begin.error} />}
      <div ref={drawn}>{shown && <Evidence key={shown} id={shown} />}</div>
    </>
  )
}
