import { useMeta } from '../../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { useUnit } from '../../../../app/web/i18n/units.ts'
import type { TableColumn } from '../../../../app/web/kit/DataTable.tsx'
import { DateInput } from '../../../../app/web/kit/DateInput.tsx'
import { plainNumber, shortDate } from '../../../../app/web/kit/format.ts'
import { useOffice } from '../../../../app/web/kit/useOffice.ts'
import { wholeDate } from '../../../../app/web/kit/wholeDate.ts'
import { signOf } from '../bounds.ts'
import { MEASURES } from '../choices.ts'
import type { Task } from './useReadings.ts'
import { R } from './words.ts'

interface Given {
  readonly isOpen: boolean
  readonly isChosen: (id: string) => boolean
  readonly choose: (id: string, on: boolean) => void
  readonly correct: (id: string, change: Readonly<Record<string, unknown>>) => void
  readonly edit: (task: Task) => void
}

/** The columns of found tasks: fields while the paper is open, words once it is stored. */
export function useTaskColumns(given: Given): readonly TableColumn<Task>[] {
  const say = useSay()
  const language = useLanguage()
  const office = useOffice()
  const unitName = useUnit()
  const measure = ({ measure: by, comparator, target, unit }: Task) =>
    by === 'measured' && target !== null
      ? `${signOf(comparator)}${plainNumber(target)} ${unitName(unit ?? '')}`.trim()
      : say(MEASURES[by])
  return [
    {
      key: 'task',
      name: say(R.task),
      card: 'title',
      cell: (task) => (
        <div className="reading-task" data-kept={task.kept}>
          {given.isOpen && (
            <input
              type="checkbox"
              aria-label={`${say(R.choose)} ${task.position}`}
              checked={given.isChosen(task.id)}
              onChange={(event) => given.choose(task.id, event.target.checked)}
            />
          )}
          <span>
            {task.text}
            {task.known && (
              <small className="tag">
                {say(R.known)} {task.known}
              </small>
            )}
            {!task.kept && <small className="tag">{say(R.leftOut)}</small>}
            {task.section && <small className="because reading-section">{task.section}</small>}
          </span>
        </div>
      ),
    },
    {
      key: 'office',
      name: say(R.lead),
      card: 'show',
      cell: (task) =>
        given.isOpen ? (
          <OfficeSelect
            label={`${say(R.lead)} ${task.position}`}
            value={task.office?.id ?? ''}
            set={(chosen) => given.correct(task.id, { office: chosen })}
          />
        ) : (
          office(task.office?.id)
        ),
    },
    {
      key: 'due',
      name: say(R.due),
      card: 'show',
      cell: (task) =>
        given.isOpen ? (
          <DateInput
            kind="date"
            aria-label={`${say(R.due)} ${task.position}`}
            value={task.dueOn}
            set={(day) => {
              const whole = wholeDate('date', day)
              if (whole) given.correct(task.id, { dueOn: whole })
            }}
          />
        ) : (
          shortDate(task.dueOn, language)
        ),
    },
    {
      key: 'measure',
      name: say(R.measure),
      card: 'show',
      cell: (task) =>
        given.isOpen ? (
          <button type="button" className="link" onClick={() => given.edit(task)}>
            {measure(task)}
          </button>
        ) : (
          measure(task)
        ),
    },
    ...(given.isOpen
      ? [
          {
            key: 'kept',
            name: say(R.keep),
            card: 'show' as const,
            cell: (task: Task) => (
              <input
                type="checkbox"
                aria-label={`${say(R.keep)} ${task.position}`}
                checked={task.kept}
                onChange={(event) => given.correct(task.id, { kept: event.target.checked })}
              />
            ),
          },
        ]
      : []),
  ]
}

export function OfficeSelect(props: {
  label: string
  value: string
  /** What stands there while none is chosen. */
  none?: string
  set: (office: string) => void
}) {
  const say = useSay()
  const office = useOffice()
  const { data: meta } = useMeta()
  return (
    <select
      className="select"
      aria-label={props.label}
      value={props.value}
      data-empty={(props.value === '' && !props.none) || undefined}
      onChange={(event) => event.target.value && props.set(event.target.value)}
    >
      <option value="">{props.none ?? say(R.pickOffice)}</option>
      {(meta?.offices ?? []).map(({ id }) => (
        <option key={id} value={id}>
          {office(id)}
        </option>
      ))}
    </select>
  )
}
