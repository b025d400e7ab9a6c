import { useState } from 'react'
import { useMeta } from '../../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { useClasses } from './queries.ts'
import { found } from './search.ts'
import type { Chosen } from './useChoice.ts'
import { D, KEYS, REASONS } from './words.ts'

/** Finds a class or an office by what is typed; arrows and Enter choose. */
export function Finder({ choose, close }: { choose: (chosen: Chosen) => void; close: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const { data: meta } = useMeta()
  const classes = useClasses()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const parents = new Set(classes.map(({ parent }) => parent))
  const all = [
    ...classes
      .filter(({ id }) => !parents.has(id))
      .map((one) => ({ ...one, key: `class ${one.id}`, chosen: { class: one.id }, kind: D.class_ })),
    ...(meta?.offices ?? []).map(({ id, name, name_en: nameEn }) => ({
      ...{ name, nameEn, key: `office ${id}`, chosen: { office: id }, kind: D.office },
    })),
  ]
  const lines = found<(typeof all)[number]>(all, typed)
  const take = (n: number) => {
    const line = lines[n]
    if (!line) return
    choose(line.chosen)
    close()
  }
  const press = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const { key } = event
    if (key === 'ArrowDown') setAt(Math.min(at + 1, lines.length - 1))
    else if (key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (key === 'Enter') take(at)
    else if (key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <section className="desk-finder">
      <input
        className="input"
        // biome-ignore lint/a11y/noAutofocus: it opens by a key, to be typed into
        autoFocus
        aria-label={say(D.search)}
        placeholder={say(D.searchHint)}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <ol className="desk-choices">
        {lines.map((line, i) => (
          <li key={line.key}>
            <button type="button" aria-pressed={i === at} onClick={() => take(i)}>
              <span>
                <b>{language === 'zh' ? line.name : line.nameEn}</b>
                <small>{say(line.kind)}</small>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Why a report is not filed: a digit is enough. */
export function Reasons({ choose, close }: { choose: (n: number) => void; close: () => void }) {
  const say = useSay()
  return (
    <section>
      <h3>{say(D.refuse)}</h3>
      <ol className="desk-choices">
        {REASONS.map((reason, i) => (
          <li key={reason.en}>
            <button type="button" onClick={() => choose(i)}>
              <kbd>{i + 1}</kbd> <span>{say(reason)}</span>
            </button>
          </li>
        ))}
      </ol>
      <button type="button" className="button" onClick={close}>
        {say(D.close)} <kbd>Esc</kbd>
      </button>
    </section>
  )
}

export function KeyList({ close }: { close: () => void }) {
  const say = useSay()
  return (
    <section>
      <h3>{say(D.keys)}</h3>
      <dl className="desk-keys">
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(does)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button" onClick={close}>
        {say(D.close)} <kbd>Esc</kbd>
      </button>
    </section>
  )
}
