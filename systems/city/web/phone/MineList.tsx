import { Link } from 'react-router'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { formatInstant } from '../../../../app/web/kit/format.ts'
import { change, type Mine } from './queue/store.ts'
import { keptName, useKept } from './useFollowed.ts'
import { NOW, P } from './words.ts'

/** 我的上报: what left from this browser; nobody else keeps this list. */
export function MineList({ mine }: { readonly mine: readonly Mine[] }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <section className="block">
      <h2>{say(P.mine)}</h2>
      {mine.length === 0 && <p className="second">{say(P.mineNone)}</p>}
      <ul className="parcels">
        {mine.map(({ number, about, at }) => (
          <li key={number}>
            <Link to={`/follow?${new URLSearchParams({ number })}`}>{about}</Link>
            <Stood number={number} again={mine} />
            <span className="phone-line second">
              <small>
                {number} · {formatInstant(at, language)}
              </small>
              <button
                type="button"
                className="button quiet"
                onClick={() =>
                  void change((_, remove) => {
                    remove('mine', number)
                    remove('kept', keptName(number))
                  })
                }
              >
                {say(P.forget)}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where it stood when this device last asked. */
function Stood({ number, again }: { readonly number: string; readonly again: unknown }) {
  const say = useSay()
  const language = useLanguage()
  const kept = useKept(number, again)
  if (!kept) return null
  return (
    <small>
      {say(NOW[kept.report.state])}{' '}
      <span className="second">{say(P.stoodAt(formatInstant(kept.at, language)))}</span>
    </small>
  )
}
