import { zoneInstant } from '../../../../app/web/client/clock.ts'
import { useConnection, useLive } from '../../../../app/web/client/live.ts'
import { useApi, useIndicators, useMeta } from '../../../../app/web/client/queries.ts'
import type { IndicatorSummary } from '../../../../app/web/client/types.ts'
import { useLanguage, useSay, useWords } from '../../../../app/web/i18n/index.ts'
import { useUnit } from '../../../../app/web/i18n/units.ts'
import {
  formatDate,
  formatInstant,
  formatNumber,
  formatPeriod,
  headlineDecimals,
} from '../../../../app/web/kit/format.ts'
import { Growth } from '../../../../app/web/kit/Growth.tsx'
import { LightShape } from '../../../../app/web/kit/Light.tsx'
import { Spark } from '../../../../app/web/kit/Spark.tsx'
import { useWallTheme } from '../../../../app/web/theme/useWallTheme.ts'
import type { Text } from '../../../../kernel/text.ts'
import { isNoReport } from '../NoPlan.tsx'
import type { Granule, Ledger, Verification } from '../types.ts'
import { W } from '../words.ts'
import './wall.css'

/** Six figures of the economy stand between the plan's lights and its red tasks. */
const FIGURES = 6
const REDS = 4

/** The screen on the wall: nine blocks, dark, read from afar; it refreshes itself and says when it cannot. */
export default function WallPage() {
  useLive()
  useWallTheme()
  const say = useSay()
  const words = useWords()
  const language = useLanguage()
  const connection = useConnection()
  const { data: meta } = useMeta()
  const year = meta?.zone.today.slice(0, 4)
  const ledger = useApi('/api/plan/ledger', year ? { query: { year } } : undefined)
  const verified = useApi('/api/plan/verify', {})
  const indicators = useIndicators()
  const shown = (indicators.data ?? [])
    .filter(({ computed, latest }) => computed && latest?.value)
    .slice(0, FIGURES)
  const planned = year !== undefined && ledger.data?.years.includes(year)
  const stale = connection !== 'live' || ledger.isError
  return (
    <main className="wall" aria-busy={!ledger.data || !indicators.data}>
      <header>
        <h1>
          {say(meta?.zone.name)} {say(W.wall)}
        </h1>
        <p>
          {meta?.zone.demonstration && <span>{words('synthetic')}</span>}
          <span>
            {words('asOf')} {formatDate(meta?.zone.today, language)}
          </span>
          <span data-stale={stale || undefined} role="status">
            {stale
              ? `${words(connection === 'offline' ? 'connection.offline' : 'connection.lost')} · ${say(W.lastGot)} ${formatInstant(zoneInstant(ledger.dataUpdatedAt), language)}`
              : say(W.refreshing)}
          </span>
        </p>
      </header>
      {ledger.data && !planned && <NotYet name={W.planYear} says={W.noPlan} />}
      {ledger.data && planned && <Lights ledger={ledger.data} />}
      {shown.map((indicator) => (
        <Headline key={indicator.id} indicator={indicator} />
      ))}
      {indicators.data && shown.length === 0 && <NotYet name={W.latestFigures} says={words('noFigures')} />}
      {ledger.data && planned && <Red rows={ledger.data.rows} />}
      {isNoReport(verified.error) && <NotYet name={W.verify} says={W.noReport} />}
      {verified.data && <Verified score={verified.data.score} />}
    </main>
  )
}

/** A block whose matter is not there yet says so; nobody reads zeros from afar. */
function NotYet({ name, says }: { name: Text; says: Text | string }) {
  const say = useSay()
  return (
    <section>
      <h2>{say(name)}</h2>
      <p className="wall-foot">{say(says)}</p>
    </section>
  )
}

function Headline({ indicator }: { indicator: IndicatorSummary }) {
  const say = useSay()
  const words = useWords()
  const language = useLanguage()
  const unit = useUnit()
  const { name, latest, spark, decimals } = indicator
  return (
    <section>
      <h2>{say(name)}</h2>
      <p className="wall-number">
        {formatNumber(latest?.value, headlineDecimals(latest?.value, decimals))}
        <small>{unit(indicator.unit)}</small>
      </p>
      <p className="wall-foot">
        <Growth value={latest?.growth} />
        <span>{latest && formatPeriod(latest.period, language)}</span>
        <Spark values={spark.map(({ value }) => value)} label={`${say(name)} ${words('trend12')}`} />
      </p>
    </section>
  )
}

const LIGHTS = ['red', 'yellow', 'green', 'done'] as const

function Lights({ ledger }: { ledger: Ledger }) {
  const say = useSay()
  const words = useWords()
  return (
    <section>
      <h2>{say(W.planYear)}</h2>
      <ul className="wall-lights">
        {LIGHTS.map((light) => (
          <li key={light} data-light={light}>
            <strong>{ledger.counts[light]}</strong>
            <span>
              <LightShape light={light} /> {words(`light_.${light}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Red({ rows }: { rows: readonly Granule[] }) {
  const say = useSay()
  const language = useLanguage()
  const red = rows.filter(({ light }) => light === 'red')
  return (
    <section>
      <h2>{say(W.redTasks)}</h2>
      {red.length === 0 && <p>{say(W.noneHere)}</p>}
      <ol className="wall-list">
        {red.slice(0, REDS).map((row) => (
          <li key={row.id}>
            <span>{row.text}</span>
            <small>{language === 'zh' ? row.office.short : row.office.en}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Verified({ score: { figures } }: { score: Verification['score'] }) {
  const say = useSay()
  return (
    <section>
      <h2>{say(W.verify)}</h2>
      <p className="wall-number">
        {figures.equal}
        <small>/ {figures.total}</small>
      </p>
      <p className="wall-foot">
        <span>
          {say(W.equal)} {figures.equal} · {say(W.different)} {figures.different} · {say(W.statedOnly)}{' '}
          {figures.stated}
        </span>
      </p>
    </section>
  )
}
