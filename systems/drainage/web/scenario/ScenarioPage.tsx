import { Link, useSearchParams } from 'react-router'
import { useApi } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer } from '../../../../app/web/kit/States.tsx'
import { useChosen } from '../useChosen.ts'
import { addressOf, differs, type Setup, scenariosOf, setupOf, startOf } from './address.ts'
import { Changes } from './Changes.tsx'
import { Comparison } from './Comparison.tsx'
import { DifferenceMap } from './DifferenceMap.tsx'
import { Progress } from './Progress.tsx'
import { Rains } from './Rains.tsx'
import { type Model, useScenario } from './useScenario.ts'
import { S } from './words.ts'
import '../drainage.css'
import '../twin/twin.css'
import './scenario.css'

/** 情景推演: the register as it is beside the register as it might be, both run in this browser. */
export default function ScenarioPage() {
  const say = useSay()
  const [params] = useSearchParams()
  const model = useApi('/api/drainage/scenario/model', { query: { state: startOf(params) } })
  return (
    <>
      <PageHead title={say(S.title)} about={say(S.about)}>
        <Link className="button" to="/drainage/twin">
          {say(S.back)}
        </Link>
      </PageHead>
      <Answer of={model} lines={10}>
        {(known) => <Bench model={known} />}
      </Answer>
    </>
  )
}

function Bench({ model }: { readonly model: Model }) {
  const { chosen, choose } = useChosen()
  const [params, setParams] = useSearchParams()
  const wet = model.rain.some(([, mm]) => mm > 0)
  const setup = setupOf(params, (link) => link in model.links, wet)
  // What is chosen on the map stays.
  const set = (next: Setup) => setParams({ ...addressOf(next), ...chosen }, { replace: true })
  const { running, run, cancel } = useScenario()
  const done = running.at === 'done'
  const busy = running.at === 'running'
  const { base, other } = scenariosOf(setup)
  return (
    <div className="stack">
      <Rains model={model} setup={setup} wet={wet} busy={busy} set={set} />
      <div className="grid twin-main">
        <DifferenceMap
          model={model}
          setup={setup}
          result={done ? running : undefined}
          chosen={chosen}
          choose={choose}
        />
        <Changes
          model={model}
          chosen={chosen}
          choose={choose}
          setup={setup}
          busy={busy}
          set={set}
          run={differs(setup) ? () => void run(model, base, other) : undefined}
          cancel={cancel}
        >
          <Progress running={running} />
        </Changes>
      </div>
      {done && <Comparison model={model} result={running} chosen={chosen} choose={choose} />}
    </div>
  )
}
