import { useEffect, useRef } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useMeta } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer } from '../../../../app/web/kit/States.tsx'
import { NearList } from './NearList.tsx'
import { type List, useRungs } from './queries.ts'
import { RenewalList } from './RenewalList.tsx'
import { RungTable } from './RungTable.tsx'
import { O } from './words.ts'
import '../enterprises.css'

/** 梯度培育: the rungs with their numbers, and below them the list that one of the numbers is. */
export default function OfficePage() {
  const say = useSay()
  const rungs = useRungs()
  const { data: meta } = useMeta()
  const [params, setParams] = useSearchParams()
  const list = params.get('list') as List | null
  const scheme = params.get('scheme') ?? undefined
  const within = Number(params.get('within') ?? 180)
  const lists = useRef<HTMLDivElement>(null)
  const shown = rungs.data && list ? `${list} ${scheme}` : ''
  // Whoever clicks a number looks for its list, which on a phone is far below.
  useEffect(() => {
    if (shown) lists.current?.scrollIntoView({ block: 'start' })
  }, [shown])
  // A new list begins at its first page.
  const set = (next: Readonly<Record<string, string | undefined>>) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        after.delete('offset')
        for (const [key, value] of Object.entries(next))
          if (value === undefined) after.delete(key)
          else after.set(key, value)
        return after
      },
      { preventScrollReset: true },
    )
  return (
    <>
      <PageHead title={say(O.ladder)} about={say(O.ladderAbout)}>
        {meta?.actor.role === 'officer' && (
          <Link className="button" to="/enterprises/duplicates">
            {say(O.duplicates)}
          </Link>
        )}
      </PageHead>
      <div className="stack">
        <Answer of={rungs} lines={8}>
          {(found) => (
            <>
              <RungTable rungs={found} list={list} scheme={scheme} />
              <div ref={lists} className="ladder-list">
                {list === 'renewals' ? (
                  <RenewalList rungs={found} scheme={scheme} within={within} params={params} set={set} />
                ) : (
                  list &&
                  scheme && (
                    <NearList
                      key={`${list} ${scheme}`}
                      list={list}
                      rungs={found}
                      scheme={scheme}
                      params={params}
                      set={set}
                    />
                  )
                )}
              </div>
            </>
          )}
        </Answer>
      </div>
    </>
  )
}
