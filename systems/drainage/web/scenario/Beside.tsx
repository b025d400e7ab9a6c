import { useMemo } from 'react'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { Chart } from '../../../../app/web/kit/Chart.tsx'
import { besideOption, lineOf } from './beside.ts'
import type { Done } from './Comparison.tsx'
import type { Model } from './useScenario.ts'
import { S } from './words.ts'

interface Props {
  readonly model: Model
  readonly result: Done
  readonly kind: 'node' | 'link'
  /** In the model. */
  readonly name: string
}

/** Both runs at the chosen node or link, one hydrograph over the other. */
export function Beside({ model, result: { base, other }, kind, name }: Props) {
  const say = useSay()
  const option = useMemo(() => {
    const [one, two] = [lineOf(base.results, kind, name), lineOf(other.results, kind, name)]
    if (!one || !two) return undefined
    return besideOption(one, two, kind === 'node' ? model.ground[name] : undefined, {
      base: say(S.base),
      other: say(S.scenario),
      ground: say(S.ground),
      unit: kind === 'node' ? 'm' : 'm³/s',
    })
  }, [model, base, other, kind, name, say])
  if (!option) return null
  const title = `${name} ${say(kind === 'node' ? S.depthThere : S.flowThere)}`
  return <Chart title={title} label={title} option={option} height={260} source={say(S.besideHelp)} />
}
