import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { post } from '../../../../app/web/client/fetch.ts'
import { useMetaRecord } from '../../../../app/web/client/queries.ts'
import type { paths } from '../../../../app/web/client/schema.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { Answer } from '../../../../app/web/kit/States.tsx'
import type { Pair } from './DuplicatesPage.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import { M } from './words.ts'

type Plan = paths['/api/enterprises/merges/plan']['post']['responses'][200]['content']['application/json']
type Side = 'survivor' | 'merged'

/** Which row is kept, what it takes over, what is decided, and why. */
export function MergeForm({ pair, close }: { readonly pair: Pair; readonly close: () => void }) {
  const say = useSay()
  const [survivor, setSurvivor] = useState(pair.a.id)
  const merged = survivor === pair.a.id ? pair.b.id : pair.a.id
  const plan = useQuery<Plan, Error>({
    queryKey: ['/api/enterprises/merges/plan', survivor, merged],
    queryFn: () => post<Plan>('/api/enterprises/merges/plan', { survivor, merged }),
  })
  return (
    <section className="block" aria-label={say(M.merge)}>
      <h2>{say(M.merge)}</h2>
      <fieldset className="merge-choice">
        <legend>{say(M.survivor)}</legend>
        {[pair.a, pair.b].map(({ id, name, code }) => (
          <label key={id}>
            <input type="radio" name="survivor" checked={survivor === id} onChange={() => setSurvivor(id)} />{' '}
            {name} <span className="second">{code}</span>
          </label>
        ))}
      </fieldset>
      <Answer of={plan} lines={3}>
        {(found) => <Decide key={survivor} plan={found} survivor={survivor} merged={merged} close={close} />}
      </Answer>
    </section>
  )
}

interface DecideProps {
  readonly plan: Plan
  readonly survivor: string
  readonly merged: string
  readonly close: () => void
}

function Decide({ plan, survivor, merged, close }: DecideProps) {
  const say = useSay()
  const record = useMetaRecord('enterprises.enterprises')
  const [take, setTake] = useState<readonly string[]>([])
  const [keep, setKeep] = useState<Readonly<Record<string, Side>>>({})
  const open = plan.collisions.filter(({ same }) => !same)
  return (
    <ReasonForm
      name={say(M.merge)}
      run={(why) => post('/api/enterprises/merges', { survivor, merged, why, take, keep })}
      close={close}
    >
      <h3>{say(M.moves)}</h3>
      {plan.moves.length === 0 ? (
        <p className="second">{say(M.noMoves)}</p>
      ) : (
        <ul className="lines">
          {plan.moves.map(({ record: of, name, column, rows }) => (
            <li key={`${of}.${column}`}>
              <span className="grow">{say(name)}</span>
              <span className="end">{say(M.rows(rows))}</span>
            </li>
          ))}
        </ul>
      )}
      {plan.differ.length > 0 && (
        <fieldset className="merge-choice">
          <legend>{say(M.take)}</legend>
          {plan.differ.map((name) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={take.includes(name)}
                onChange={({ target }) =>
                  setTake(target.checked ? [...take, name] : take.filter((each) => each !== name))
                }
              />{' '}
              {say(record?.columns[name]?.name) || name}
            </label>
          ))}
        </fieldset>
      )}
      {open.length > 0 && <h3>{say(M.collisions)}</h3>}
      {open.map(({ key, record: of, name, survivorRow, mergedRow }) => (
        <fieldset key={key} className="merge-choice">
          <legend>{say(name)}</legend>
          {(
            [
              ['survivor', survivorRow, M.keepSurvivor],
              ['merged', mergedRow, M.keepMerged],
            ] as const
          ).map(([side, row, says]) => (
            <label key={side}>
              <input
                type="radio"
                name={key}
                required
                checked={keep[key] === side}
                onChange={() => setKeep({ ...keep, [key]: side })}
              />{' '}
              {say(says)}{' '}
              <Link to={`/records/${of.replace('.', '/')}/${encodeURIComponent(row)}`}>{say(M.open)}</Link>
            </label>
          ))}
        </fieldset>
      ))}
    </ReasonForm>
  )
}
