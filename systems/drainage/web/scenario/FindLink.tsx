import { useId, useMemo, useState } from 'react'
import { useApi } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { useChoice } from '../../../../app/web/kit/useChoice.ts'
import type { Chosen } from '../types.ts'
import type { Model } from './useScenario.ts'
import { S } from './words.ts'

interface Props {
  readonly model: Model
  readonly choose: (chosen: Chosen) => void
}

/** A link by its code, for who has no map or no mouse: gates, pumps and weirs first, since they are few. */
export function FindLink({ model, choose }: Props) {
  const say = useSay()
  const choice = useChoice()
  const [field, list] = [useId(), useId()]
  const [text, setText] = useState('')
  const totals = useApi('/api/drainage/totals', {})
  const extent = totals.data?.extent
  const network = useApi('/api/drainage/network', extent ? { query: { box: extent.join(',') } } : undefined)
  const options = useMemo(() => {
    const kinds = new Map(network.data?.links.map(({ id, kind }) => [id, kind]))
    return Object.entries(model.links)
      .map(([name, id]) => ({ name, id, kind: kinds.get(id) ?? 'conduit' }))
      .toSorted((a, b) => Number(a.kind === 'conduit') - Number(b.kind === 'conduit'))
  }, [model, network.data])
  const take = (typed: string) => {
    setText(typed)
    const id = model.links[typed.trim()]
    if (id) choose({ link: id })
  }
  const unknown = text !== '' && !options.some(({ name }) => name.startsWith(text.trim()))
  return (
    <p className="scenario-find">
      <label htmlFor={field}>{say(S.find)}</label>
      <input
        id={field}
        className="input"
        list={list}
        value={text}
        placeholder={options[0]?.name}
        onChange={({ target }) => take(target.value)}
      />
      <datalist id={list}>
        {options.map(({ name, kind }) => (
          <option key={name} value={name}>
            {choice('drainage.links', 'kind', kind)}
          </option>
        ))}
      </datalist>
      {unknown && <span className="second">{say(S.notFound)}</span>}
    </p>
  )
}
