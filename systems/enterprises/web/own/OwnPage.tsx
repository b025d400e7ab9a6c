import { Link } from 'react-router'
import { useMeta, useRows } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer, Empty, Loading } from '../../../../app/web/kit/States.tsx'
import { Panels } from '../../../../app/web/pages/record/Panels.tsx'
import { W } from '../words.ts'
import { Identity } from './Identity.tsx'
import '../enterprises.css'

const RECORD = 'enterprises.enterprises'

/** 我的企业: who we are, and what every system has to say to us. */
export default function OwnPage() {
  const say = useSay()
  const { data: meta } = useMeta()
  const isFirm = meta?.actor.role === 'enterprise'
  const own = useRows(isFirm ? RECORD : undefined, { limit: 1 })
  return (
    <>
      <PageHead title={say(W.own)} about={say(W.ownAbout)} />
      {!meta ? (
        <Loading />
      ) : !isFirm ? (
        <Empty title={say(W.notOwn)} hint={say(W.notOwnHint)}>
          <Link className="button" to="/records/enterprises/enterprises">
            {say(W.register)}
          </Link>
        </Empty>
      ) : (
        <Answer of={own}>
          {({ rows: [row] }) =>
            row ? (
              <div className="stack">
                <Identity row={row} />
                <Panels record={RECORD} id={row.id} />
              </div>
            ) : (
              <Empty title={say(W.noFirm)} hint={say(W.noFirmHint)} />
            )
          }
        </Answer>
      )}
    </>
  )
}
