import { useSay } from '../../../../app/web/i18n/index.ts'
import { P } from './words.ts'

function NoMap() {
  const say = useSay()
  return <p className="second">{say(P.noMap)}</p>
}

/** What stands for a map that this browser did not keep, while there is no network to fetch it. */
export const noMap = () => ({ default: NoMap })
