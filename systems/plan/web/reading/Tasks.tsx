import { useState } from 'react'
import { ActionDialog } from '../../../../app/web/access/ActionDialog.tsx'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { Chips } from '../../../../app/web/kit/Chips.tsx'
import { DataTable } from '../../../../app/web/kit/DataTable.tsx'
import { Empty, Problem } from '../../../../app/web/kit/States.tsx'
import { Many } from './Many.tsx'
import { useCorrect } from './useCorrect.ts'
import { useEdit } from './useEdit.ts'
import type { Reading, Task } from './useReadings.ts'
import { useTaskColumns } from './useTaskColumns.tsx'
import { R } from './words.ts'

type Which = 'all' | 'unled' | 'known' | 'leftOut'
const FITS: Readonly<Record<Which, (task: Task) => boolean>> = {
  all: () => true,
  unled: ({ kept, office }) => kept && office === null,
  known: ({ known }) => known !== null,
  leftOut: ({ kept }) => !kept,
}
const NAMES = { all: R.all, unled: R.unled, known: R.known, leftOut: R.leftOut } as const

/** Every task that was found, each with its office, date and measure, corrected one by one or many at once. */
export function Tasks({ reading }: { reading: Reading }) {
  const say = useSay()
  const [which, setWhich] = useState<Which>('all')
  const [section, setSection] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [editing, setEditing] = useState<Task>()
  const { correct, error } = useCorrect(reading.id)
  const editOf = useEdit(correct)
  const isOpen = reading.state === 'open'
  const sections = [...new Set(reading.tasks.map((task) => task.section ?? ''))]
  const shown = reading.tasks.filter(
    (task) => FITS[which](task) && (section === '' || task.section === section),
  )
  const choose = (ids: readonly string[], on: boolean) =>
    setChosen((before) => {
      const next = new Set(before)
      for (const id of ids) on ? next.add(id) : next.delete(id)
      return next
    })
  const columns = useTaskColumns({
    isOpen,
    isChosen: (id) => chosen.has(id),
    choose: (id, on) => choose([id], on),
    correct: (id, change) => void correct([id], change).catch(() => undefined),
    edit: setEditing,
  })
  return (
    <section className="reading-tasks">
      <div className="toolbar">
        <Chips<Which>
          label={say(R.tasks)}
          chosen={which}
          choose={setWhich}
          chips={(Object.keys(FITS) as Which[])
            .map((key) => ({ key, name: say(NAMES[key]), count: reading.tasks.filter(FITS[key]).length }))
            .filter(({ key, count }) => key === 'all' || key === which || count > 0)}
        />
        {sections.length > 1 && (
          <select
            className="select"
            aria-label={say(R.section)}
            value={section}
            onChange={(event) => setSection(event.target.value)}
          >
            <option value="">{say(R.allSections)}</option>
            {sections.filter(Boolean).map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        )}
        {isOpen && shown.length > 0 && (
          <button
            type="button"
            className="button quiet"
            onClick={() =>
              choose(
                shown.map(({ id }) => id),
                true,
              )
            }
          >
            {say(R.chooseAll)}
          </button>
        )}
      </div>
      {isOpen && chosen.size > 0 && (
        <Many
          count={chosen.size}
          send={(change) => correct([...chosen], change).then(() => setChosen(new Set()))}
          clear={() => setChosen(new Set())}
        />
      )}
      {error && <Problem error={error} />}
      {shown.length === 0 ? (
        <Empty title={say(R.nothingHere)} />
      ) : (
        <DataTable<Task> caption={say(R.tasks)} columns={columns} rows={shown} rowKey={({ id }) => id} />
      )}
      {editing && <ActionDialog action={editOf(editing)} close={() => setEditing(undefined)} />}
    </section>
  )
}
