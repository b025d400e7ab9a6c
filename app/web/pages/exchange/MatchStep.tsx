import { useState } from 'react'
import { ProblemError } from '../../client/fetch.ts'
import type { MetaRecord } from '../../client/types.ts'
import { useSay } from '../../i18n/index.ts'
import { useMarks } from '../../i18n/marks.ts'
import { useUnitName } from '../../i18n/units.ts'
import { Problem } from '../../kit/States.tsx'
import { CoordinatesChoice, hasPlaces } from './CoordinatesChoice.tsx'
import { FillIn } from './FillIn.tsx'
import { type Filled, isFilled, spoken } from './filled.ts'
import { type FileColumn, type Job, useStep } from './useJob.ts'
import { counted, W } from './words.ts'

interface Props {
  readonly record: MetaRecord
  readonly job: Job
  readonly checked: () => void
  readonly startOver: () => void
}

/** Which column of the file is which: guesses of the server to be looked at, each with values from the file. */
export function MatchStep({ record, job, checked, startOver }: Props) {
  const say = useSay()
  const marks = useMarks()
  const nameOf = useColumnName(record)
  const step = useStep(job)
  const columns = distinct(job)
  const [chosen, setChosen] = useState<Readonly<Record<string, string | null>>>(() =>
    Object.fromEntries(
      columns.map(({ header, column }) => [header, job.said ? (job.said.chosen[header] ?? null) : column]),
    ),
  )
  const [coordinates, setCoordinates] = useState<string>(job.said?.coordinates ?? '')
  const [filled, setFilled] = useState<Filled>(job.said?.filled ?? {})
  const [added, setAdded] = useState<readonly string[]>([
    ...new Set(Object.values(job.said?.filled ?? {}).flatMap((said) => Object.keys(said ?? {}))),
  ])
  const sheets = job.sheets.map(({ sheet }) => sheet)
  const allowed = record.may.import ?? []
  const taken = Object.values(chosen).filter((name) => name !== null)
  const twice = [...new Set(taken.filter((name, at) => taken.indexOf(name) !== at))]
  const { edge } = record
  // Which nodes a drawn line leads from and to is found at its ends.
  const byLine = edge?.course && taken.includes(edge.course) ? [edge.from, edge.to] : []
  const open = allowed.filter((name) => !taken.includes(name) && !byLine.includes(name))
  const required = Object.keys(record.columns).filter(
    (name) => !record.columns[name]?.optional && !taken.includes(name) && !byLine.includes(name),
  )
  const filling = open.filter((name) => required.includes(name) || added.includes(name))
  const lacking = required.filter((name) => !filling.includes(name) || !isFilled(filled, sheets, name))
  const [within, setWithin] = useState(String(job.said?.within ?? edge?.within ?? 1))
  const list = (names: readonly string[]) => names.map(nameOf).join(marks.list)
  return (
    <section className="block">
      <p className="second match-about">
        {job.file.name} · {say(W.matchAbout)}
      </p>
      {job.sheets.length > 1 && (
        <p className="second">
          {say(W.sheets)}
          {marks.colon}
          {job.sheets
            .map(({ sheet, header }) =>
              // Features and layers have no row of headers.
              header === 0
                ? sheet
                : `${sheet}${marks.open}${counted(say(W.headerRow), String(header))}${marks.close}`,
            )
            .join(marks.list)}
        </p>
      )}
      <ul className="match">
        <li className="match-head" aria-hidden="true">
          <span>{say(W.fileColumn)}</span>
          <span>{say(W.sample)}</span>
          <span>{say(W.recordColumn)}</span>
        </li>
        {columns.map((column) => (
          <li key={column.header}>
            <span className="match-name">{column.header || '—'}</span>
            <span className="match-sample second">{column.sample.join(marks.list) || '—'}</span>
            <span className="match-choice">
              <select
                className="select"
                aria-label={`${column.header}${marks.colon}${say(W.recordColumn)}`}
                value={chosen[column.header] ?? ''}
                onChange={(event) => setChosen({ ...chosen, [column.header]: event.target.value || null })}
              >
                <option value="">{say(W.leaveOut)}</option>
                {['id', ...allowed].map((name) => (
                  <option key={name} value={name}>
                    {nameOf(name)}
                  </option>
                ))}
              </select>
              <Guess column={column} chosen={chosen[column.header] ?? null} />
            </span>
          </li>
        ))}
      </ul>
      {hasPlaces(record) && <CoordinatesChoice chosen={coordinates} choose={setCoordinates} />}
      {byLine.length > 0 && (
        <label className="match-coordinates">
          <span>{say(W.within)}</span>
          <input
            className="input"
            type="number"
            min={0.1}
            max={50}
            step={0.1}
            value={within}
            onChange={(event) => setWithin(event.target.value)}
          />
        </label>
      )}
      {(filling.length > 0 || sheets.length > 1) && (
        <FillIn
          record={record}
          sheets={sheets}
          names={filling}
          more={open.filter((name) => !filling.includes(name))}
          nameOf={nameOf}
          filled={filled}
          fill={setFilled}
          add={(name) => setAdded([...added, name])}
        />
      )}
      {twice.length > 0 && (
        <p className="match-warning" role="alert">
          {say(W.twice)}
          {list(twice)}
        </p>
      )}
      {lacking.length > 0 && (
        <p className="second">
          {say(W.lacking)}
          {list(lacking)}
        </p>
      )}
      {(step.error || job.problem) && (
        <Problem error={step.error ?? new ProblemError(job.problem as ProblemError['problem'])} />
      )}
      <p className="step-actions">
        <button
          type="button"
          className="button primary"
          disabled={twice.length > 0 || taken.length === 0 || step.isPending}
          onClick={() => {
            const body = {
              chosen,
              filled: spoken(filled, filling),
              ...(coordinates ? { coordinates } : {}),
              ...(byLine.length > 0 && within !== '' ? { within: Number(within) } : {}),
            }
            step.mutate({ step: 'check', body }, { onSuccess: checked })
          }}
        >
          {say(W.check)}
        </button>
        <button type="button" className="button" onClick={startOver}>
          {say(W.other)}
        </button>
      </p>
    </section>
  )
}

/** How the choice came about. */
function Guess({ column, chosen }: { column: FileColumn; chosen: string | null }) {
  const say = useSay()
  if (column.refused) return <small className="guess near">{say(W.refused)}</small>
  if (column.kept) return <small className="guess">{say(W.kept)}</small>
  if (chosen !== column.column) return chosen ? <small className="guess">{say(W.chosen)}</small> : null
  if (column.column === null) return <small className="guess near">{say(W.none)}</small>
  const near = column.sureness === 'near'
  return <small className={near ? 'guess near' : 'guess'}>{say(near ? W.near : W.same)}</small>
}

/** The columns of all sheets, each header once, as the first sheet that has it says. */
function distinct({ sheets }: Job): readonly FileColumn[] {
  const found = new Map<string, FileColumn>()
  for (const { columns } of sheets)
    for (const column of columns) if (!found.has(column.header)) found.set(column.header, column)
  return [...found.values()]
}

function useColumnName(record: MetaRecord): (name: string) => string {
  const say = useSay()
  const marks = useMarks()
  const unitName = useUnitName()
  return (name) => {
    const column = record.columns[name]
    if (!column) return `${name.toUpperCase()}`
    return column.unit
      ? `${say(column.name)}${marks.open}${unitName(column.unit)}${marks.close}`
      : say(column.name)
  }
}
