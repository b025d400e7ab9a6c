import './reading.css'
import { useRef } from 'react'
import { Link, useNavigate } from 'react-router'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { DataTable, type TableColumn } from '../../../../app/web/kit/DataTable.tsx'
import { shortDate } from '../../../../app/web/kit/format.ts'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer, Empty, Problem } from '../../../../app/web/kit/States.tsx'
import { useDrop } from '../../../../app/web/kit/useDrop.ts'
import { usePost } from '../../../../app/web/kit/usePost.ts'
import { type Line, readingPage, useBring, useReadings } from './useReadings.ts'
import { R } from './words.ts'

/** Where policy papers come in, and what became of those that did. */
export default function ReadingsPage() {
  const say = useSay()
  return (
    <>
      <PageHead title={say(R.readIn)} about={say(R.about)} />
      <Answer of={useReadings()} lines={8}>
        {(papers) => (
          <div className="stack">
            <Upload />
            {papers.length === 0 ? (
              <Empty title={say(R.none)} hint={say(R.noneHint)} />
            ) : (
              <Papers papers={papers} />
            )}
          </div>
        )}
      </Answer>
    </>
  )
}

function Upload() {
  const say = useSay()
  const navigate = useNavigate()
  const bring = useBring()
  const input = useRef<HTMLInputElement>(null)
  const take = (file: File | undefined) => {
    // The same file again, mended, must count as chosen anew.
    if (input.current) input.current.value = ''
    if (file) bring.mutate(file, { onSuccess: ({ id }) => void navigate(readingPage(id)) })
  }
  const drop = useDrop(([file]) => take(file))
  return (
    <section className="block" aria-label={say(R.readIn)}>
      <div className="drop-zone" {...drop}>
        {bring.isPending ? (
          <p role="status">
            {say(R.reading)} {bring.variables?.name}…
          </p>
        ) : (
          <p>
            <span className="drop-words">{say(R.drop)} </span>
            <button type="button" className="button primary" onClick={() => input.current?.click()}>
              {say(R.pick)}
            </button>
          </p>
        )}
        <p className="second">{say(R.formats)}</p>
        <input
          ref={input}
          className="sr-only"
          type="file"
          tabIndex={-1}
          aria-label={say(R.file)}
          accept=".docx,.pdf,.txt"
          onChange={(event) => take(event.target.files?.[0])}
        />
      </div>
      {bring.error && <Problem error={bring.error} />}
    </section>
  )
}

function Papers({ papers }: { papers: readonly Line[] }) {
  const say = useSay()
  const language = useLanguage()
  const post = usePost()
  const columns: readonly TableColumn<Line>[] = [
    {
      key: 'file',
      name: say(R.file),
      card: 'title',
      cell: ({ id, title, fileName }) => (
        <>
          <Link to={readingPage(id)}>{title ?? fileName}</Link>
          <p className="because">{fileName}</p>
        </>
      ),
    },
    { key: 'clauses', name: say(R.clauses), numeric: true, card: 'show', cell: ({ clauses }) => clauses },
    { key: 'taken', name: say(R.taken), numeric: true, card: 'show', cell: ({ taken }) => taken },
    {
      key: 'open',
      name: say(R.open),
      numeric: true,
      card: 'show',
      cell: ({ open, state }) => (state === 'read' ? open : ''),
    },
    { key: 'state', name: say(R.state), card: 'show', cell: ({ state }) => say(R.states[state]) },
    {
      key: 'by',
      name: say(R.by),
      cell: ({ broughtBy, broughtOn }) => `${post(broughtBy)} · ${shortDate(broughtOn, language)}`,
    },
  ]
  return <DataTable caption={say(R.papers)} columns={columns} rows={papers} rowKey={({ id }) => id} />
}
