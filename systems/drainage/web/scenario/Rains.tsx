import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { formatInstant, formatNumber } from '../../../../app/web/kit/format.ts'
import { type Setup, type Start, YEARS } from './address.ts'
import type { Model } from './useScenario.ts'
import { S, stormOf } from './words.ts'

interface Props {
  readonly model: Model
  readonly setup: Setup
  /** Whether rain is forecast. */
  readonly wet: boolean
  readonly busy: boolean
  readonly set: (setup: Setup) => void
}

/** From which state both begin, and what rains on each. */
export function Rains({ model, setup, wet, busy, set }: Props) {
  const say = useSay()
  const language = useLanguage()
  const { start, baseYears, rain } = setup
  const forecast = say(wet ? S.forecast : S.forecastDry)
  const fallen = model.rain.reduce((sum, [, mm]) => sum + mm / 12, 0)
  const stormed = baseYears !== undefined || typeof rain === 'number'
  const notes = [
    `${say(S.begins)} ${formatInstant(model.at, language)}`,
    start === 'twin' && model.state === null ? say(S.noState) : '',
    wet ? `${say(S.forecastSum)} ${formatNumber(fallen, 1)} mm` : say(S.noForecast),
    stormed ? say(S.stormHelp) : '',
  ].filter(Boolean)
  return (
    <section className="block scenario-setup">
      <div className="toolbar">
        <label>
          {say(S.begin)}{' '}
          <select
            className="select"
            value={start}
            disabled={busy}
            onChange={({ target }) => set({ ...setup, start: target.value as Start })}
          >
            <option value="twin">{say(S.twin)}</option>
            <option value="empty">{say(S.empty)}</option>
          </select>
        </label>
        <Rain
          name={say(S.baseRain)}
          value={baseYears ?? 'forecast'}
          busy={busy}
          set={(value) => set({ ...setup, baseYears: value === 'forecast' ? undefined : Number(value) })}
        >
          <option value="forecast">{forecast}</option>
        </Rain>
        <Rain
          name={say(S.scenarioRain)}
          value={rain}
          busy={busy}
          set={(value) =>
            set({ ...setup, rain: value === 'same' || value === 'forecast' ? value : Number(value) })
          }
        >
          <option value="same">{say(S.sameRain)}</option>
          <option value="forecast">{forecast}</option>
        </Rain>
      </div>
      <p className="second">{notes.join(' · ')}</p>
    </section>
  )
}

interface RainProps {
  readonly name: string
  readonly value: number | string
  readonly busy: boolean
  readonly set: (value: string) => void
  readonly children: React.ReactNode
}

function Rain({ name, value, busy, set, children }: RainProps) {
  const say = useSay()
  return (
    <label>
      {name}{' '}
      <select className="select" value={value} disabled={busy} onChange={({ target }) => set(target.value)}>
        {children}
        {YEARS.map((each) => (
          <option key={each} value={each}>
            {say(stormOf(each))}
          </option>
        ))}
      </select>
    </label>
  )
}
