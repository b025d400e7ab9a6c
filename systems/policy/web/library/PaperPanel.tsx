import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { type Action, ActionDialog } from '../../../../app/web/access/ActionDialog.tsx'
import { useMeta, useMetaRecord, useRow, useRows } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { Panel } from '../../../../app/web/kit/Panel.tsx'
import { addClause, granulePage, type Head, newGranule, useLibrary } from '../queries.ts'
import { W } from '../words.ts'
import '../policy.css'

const WRITERS = ['officer', 'statistician', 'supervisor']
const READERS = [...WRITERS, 'leader', 'guest']
/** A paper has no more clauses than are read in one go. */
const MOST = 200

/** 条款和颗粒 of a paper: each clause with what was made of it, and whoever may adds the next one. */
export default function PaperPanel({ id }: { readonly id: string }) {
  const say = useSay()
  const navigate = useNavigate()
  const { data: meta } = useMeta()
  const role = meta?.actor.role ?? ''
  const paper = useRow('policy.documents', id)
  const clauses = useRows('policy.clauses', { 'filter[document]': id, sort: 'position', limit: MOST })
  const library = useLibrary(READERS.includes(role) ? { document: id } : undefined)
  const mayAdd =
    useMetaRecord('policy.clauses')?.may.create !== undefined && paper.data?.office === meta?.actor.office
  const [action, setAction] = useState<Action>()
  const adding = (position: number): Action => ({
    title: say(W.addClause),
    fields: [
      { name: 'number', label: say(W.clauseNumber), help: say(W.clauseNumberHelp) },
      { name: 'text', label: say(W.clauseText), kind: 'longText' },
    ],
    run: (values) => addClause({ document: id, position, ...values }),
  })
  const making = (clause: string): Action => ({
    title: say(W.newGranule),
    about: say(W.newGranuleAbout),
    fields: [{ name: 'title', label: say(W.title) }],
    run: async ({ title = '' }) => navigate(granulePage((await newGranule(clause, title)).id)),
  })
  return (
    <Panel of={clauses}>
      {({ rows }) => (
        <>
          {rows.length === 0 && <p className="second">{say(W.noClauses)}</p>}
          <ol className="policy-lines">
            {rows.map((clause) => (
              <li key={clause.id}>
                <div className="policy-line-head">
                  <strong>{String(clause.number)}</strong>
                  {WRITERS.includes(role) && (
                    <button
                      type="button"
                      className="button quiet"
                      onClick={() => setAction(making(clause.id))}
                    >
                      {say(W.newGranule)}
                    </button>
                  )}
                </div>
                <p className="policy-clause">{String(clause.text)}</p>
                <Granules of={library.data?.granules.filter((one) => one.clause.id === clause.id) ?? []} />
              </li>
            ))}
          </ol>
          {mayAdd && (
            <button
              type="button"
              className="button"
              onClick={() => setAction(adding(Number(rows.at(-1)?.position ?? 0) + 1))}
            >
              {say(W.addClause)}
            </button>
          )}
          {action && <ActionDialog action={action} close={() => setAction(undefined)} />}
        </>
      )}
    </Panel>
  )
}

function Granules({ of }: { readonly of: readonly Head[] }) {
  const say = useSay()
  if (of.length === 0) return null
  return (
    <ul>
      {of.map(({ id, title, state, benefit }) => (
        <li key={id}>
          <Link to={granulePage(id)}>{title}</Link> <span className="tag">{say(W.states[state])}</span>{' '}
          <span className="because">{benefit}</span>
        </li>
      ))}
    </ul>
  )
}
