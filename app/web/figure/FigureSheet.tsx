import { Drawer } from 'antd'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { useFigure, useIndicators } from '../client/queries.ts'
import type { FigureAnswer } from '../client/types.ts'
import { useSay, useWords } from '../i18n/index.ts'
import { useUnit } from '../i18n/units.ts'
import { formatNumber } from '../kit/format.ts'
import { Mark } from '../kit/Mark.tsx'
import { Answer } from '../kit/States.tsx'
import Themed from '../kit/Themed.tsx'
import { useOffice } from '../kit/useOffice.ts'
import { useFigureName } from './FigureName.tsx'
import { FigureRows } from './FigureRows.tsx'
import { FigureValue } from './FigureValue.tsx'
import { Lineage } from './Lineage.tsx'

const PHONE = '(max-width: 720px)'

/** The side sheet of a figure, from below on a phone: how it is computed, the rows, who filed them, when. */
export default function FigureSheet({ figure: ref, close }: { figure: string; close: () => void }) {
  const words = useWords()
  const name = useFigureName()
  const asked = useFigure(ref)
  const phone = matchMedia(PHONE).matches
  return (
    <Themed>
      <Drawer
        open
        onClose={close}
        placement={phone ? 'bottom' : 'right'}
        size={phone ? '88%' : 800}
        title={asked.data ? name(asked.data) : words('loading')}
        extra={<CopyAddress />}
      >
        <Answer of={asked} lines={10}>
          {(figure) => <Sheet figure={figure} />}
        </Answer>
      </Drawer>
    </Themed>
  )
}

function Sheet({ figure }: { figure: FigureAnswer }) {
  const words = useWords()
  const say = useSay()
  const office = useOffice()
  const { data } = useIndicators()
  const indicator = data?.find(({ id }) => id === figure.ref.indicator)
  const unit = useUnit()
  const { lineage } = figure
  const synthetic = 'synthetic' in lineage && lineage.synthetic
  return (
    <div className="sheet">
      <p className="sheet-value">
        <FigureValue figure={figure} decimals={indicator?.decimals} />
        <Mark status={figure.status} />
        {synthetic && <span className="tag">{words('synthetic')}</span>}
      </p>
      <p className="second">
        {words(`statusHelp.${figure.status}`)}
        {figure.value !== null && ` · ${words('exact')} ${formatNumber(figure.value)} ${unit(figure.unit)}`}
      </p>
      <h3>{words('how')}</h3>
      <Lineage figure={figure} />
      {lineage.from === 'rows' && (
        <>
          <h3>{words('rowsBehind')}</h3>
          <FigureRows figure={figure} />
        </>
      )}
      {indicator && (
        <>
          <h3>{words('definition')}</h3>
          <p>{say(indicator.definition)}</p>
          <dl className="facts">
            <dt>{words('source')}</dt>
            <dd>{say(indicator.source)}</dd>
            <dt>{words('office')}</dt>
            <dd>{office(indicator.office, 'full')}</dd>
          </dl>
          <Link to={`/indicators/${encodeURIComponent(indicator.id)}`}>{words('openIndicator')}</Link>
        </>
      )}
    </div>
  )
}

function CopyAddress() {
  const words = useWords()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = () => void navigator.clipboard?.writeText(location.href).then(() => setCopied(true))
  return (
    <button type="button" className="button quiet" onClick={copy}>
      {words(copied ? 'copied' : 'copyAddress')}
    </button>
  )
}
