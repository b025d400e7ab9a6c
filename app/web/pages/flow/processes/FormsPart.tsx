import { lazy, Suspense, useState } from 'react'
import { useSay } from '../../../i18n/index.ts'
import { Loading } from '../../../kit/States.tsx'
import { F } from './forms/words.ts'
import type { Drawing } from './useDrawing.ts'

const FormEditor = lazy(() => import('./forms/FormEditor.tsx'))
const FormShown = lazy(() => import('./forms/FormShown.tsx'))

/** The forms of a version, one at a time: drawn, or looked at. */
export function FormsPart({ drawing, editable }: { drawing: Drawing; editable: boolean }) {
  const say = useSay()
  const keys = Object.keys(drawing.forms)
  const [chosen, setChosen] = useState<string>()
  const [fresh, setFresh] = useState('')
  const key = chosen !== undefined && keys.includes(chosen) ? chosen : keys[0]
  const form = key === undefined ? undefined : drawing.forms[key]
  const add = (event: React.FormEvent) => {
    event.preventDefault()
    const name = fresh.trim()
    if (!name || keys.includes(name)) return
    drawing.set({ forms: { ...drawing.forms, [name]: { type: 'default', components: [] } } })
    setChosen(name)
    setFresh('')
  }
  const remove = () => {
    const { [key as string]: _, ...others } = drawing.forms
    drawing.set({ forms: others })
  }
  return (
    <>
      <form className="process-forms" onSubmit={add}>
        {keys.length > 0 && (
          <select
            className="select"
            aria-label={say(F.form)}
            value={key}
            onChange={(event) => setChosen(event.target.value)}
          >
            {keys.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        )}
        {editable && (
          <>
            <input
              className="input"
              aria-label={say(F.newKey)}
              placeholder={say(F.newKey)}
              value={fresh}
              onChange={(event) => setFresh(event.target.value)}
            />
            <button type="submit" className="button" disabled={fresh.trim() === ''}>
              {say(F.add)}
            </button>
            {key !== undefined && (
              <button type="button" className="button" onClick={remove}>
                {say(F.remove)}
              </button>
            )}
          </>
        )}
      </form>
      {key === undefined || form === undefined ? (
        <p className="second">{say(F.none)}</p>
      ) : (
        <Suspense fallback={<Loading lines={8} />}>
          {editable ? (
            <FormEditor
              key={key}
              form={form}
              set={(next) => drawing.set({ forms: { ...drawing.forms, [key]: next } })}
            />
          ) : (
            <FormShown key={key} form={form} />
          )}
        </Suspense>
      )}
    </>
  )
}
