import { useEffect, useMemo, useRef } from 'react'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { useMarks } from '../../../../app/web/i18n/marks.ts'
import { DataTable } from '../../../../app/web/kit/DataTable.tsx'
import { formatNumber } from '../../../../app/web/kit/format.ts'
import type { Chosen } from '../types.ts'
import { Beside } from './Beside.tsx'
import { differences, type Peak, type Scenario } from './scenario.ts'
import type { Model, Running } from './useScenario.ts'
import { S, stormOf } from './words.ts'

const MOST = 50
export type Done = Extract<Running, { at: 'done' }>

const cm = (metres: number): string => formatNumber(100 * Math.max(0, metres), 0)
const signed = (metres: number): string =>
  `${metres > 0 ? '▲' : '▼'} ${formatNumber(Math.abs(100 * metres), 0)}`

/** What is chosen, by its name in the model. */
function placeOf({ nodes, links }: Model, chosen: Chosen | undefined) {
  if (!chosen) return undefined
  const [kind, names, id] =
    'link' in chosen ? (['link', links, chosen.link] as const) : (['node', nodes, chosen.node] as const)
  const name = Object.keys(names).find((each) => names[each] === id)
  return name === undefined ? undefined : { kind, name }
}

interface Props {
  readonly model: Model
  readonly result: Done
  readonly chosen: Chosen | undefined
  readonly choose: (chosen: Chosen) => void
}

/** Both runs in figures, and the nodes where they differ. */
export function Comparison({ model, result, chosen, choose }: Props) {
  const { base, other } = result
  const say = useSay()
  const marks = useMarks()
  const own = useRef<HTMLElement>(null)
  useEffect(() => own.current?.scrollIntoView({ block: 'nearest' }), [])
  const { levels } = model
  const found = useMemo(() => differences(base.peaks, other.peaks, levels.blue), [base, other, levels])
  const atLeast = (peaks: ReadonlyMap<string, Peak>, depth: number) =>
    [...peaks.values()].filter(({ over }) => over >= depth).length
  const deepest = (peaks: ReadonlyMap<string, Peak>) =>
    Math.max(0, ...[...peaks.values()].map(({ over }) => over))
  const rows = [
    [S.wet, say(S.places), ({ peaks }: Done['base']) => formatNumber(atLeast(peaks, levels.blue))],
    [S.deep, say(S.places), ({ peaks }: Done['base']) => formatNumber(atLeast(peaks, levels.yellow))],
    [S.deepest, 'cm', ({ peaks }: Done['base']) => cm(deepest(peaks))],
    [S.continuity, '%', ({ continuity }: Done['base']) => formatNumber(continuity ?? null, 2)],
  ] as const
  const listed = ({ years, shut, sizes }: Scenario) =>
    [
      say(years === undefined ? S.forecast : stormOf(years)),
      ...shut.map((link) => `${link} ${say(S.isShut)}`),
      ...sizes.map(({ link, size }) => `${link} ⌀ ${size} m`),
    ].join(marks.list)
  const at = placeOf(model, chosen) ?? (found[0] && { kind: 'node' as const, name: found[0].node })
  return (
    <section ref={own} className="block scenario-result" aria-label={say(S.bench)}>
      <h2>{say(S.result)}</h2>
      <p className="second">
        <b>{say(S.base)}</b> {listed(base.scenario)} · <b>{say(S.scenario)}</b> {listed(other.scenario)}
      </p>
      <DataTable
        caption={say(S.result)}
        compact
        rows={rows}
        rowKey={([name]) => name.en}
        columns={[
          { key: 'name', name: '', card: 'title', cell: ([name, unit]) => `${say(name)} (${unit})` },
          { key: 'base', name: say(S.base), numeric: true, card: 'show', cell: ([, , of]) => of(base) },
          { key: 'other', name: say(S.scenario), numeric: true, card: 'show', cell: ([, , of]) => of(other) },
        ]}
      />
      <p className="chart-source">{say(S.resultHelp)}</p>
      {at && <Beside model={model} result={result} {...at} />}
      {found.length === 0 ? (
        <p>{say(S.same)}</p>
      ) : (
        <>
          <p className="scenario-changed">
            {say(S.worse)} {found.filter(({ change }) => change > 0).length} {say(S.places)} · {say(S.better)}{' '}
            {found.filter(({ change }) => change < 0).length} {say(S.places)}
            {found.length > MOST ? ` · ${say(S.more)}` : ''}
          </p>
          <DataTable
            caption={say(S.change)}
            compact
            boxed
            rows={found.slice(0, MOST)}
            rowKey={({ node }) => node}
            columns={[
              {
                key: 'node',
                name: say(S.node),
                card: 'title',
                cell: ({ node }) => (
                  <button
                    type="button"
                    className="link"
                    onClick={() => choose({ node: model.nodes[node] ?? node })}
                  >
                    {node}
                  </button>
                ),
              },
              {
                key: 'base',
                name: say(S.base),
                unit: 'cm',
                numeric: true,
                card: 'show',
                cell: ({ base: was }) => cm(was.over),
              },
              {
                key: 'other',
                name: say(S.scenario),
                unit: 'cm',
                numeric: true,
                card: 'show',
                cell: ({ other: is }) => cm(is.over),
              },
              {
                key: 'change',
                name: say(S.change),
                unit: 'cm',
                numeric: true,
                card: 'show',
                cell: ({ change }) => signed(change),
              },
              {
                key: 'minutes',
                name: say(S.lasts),
                numeric: true,
                cell: ({ base: was, other: is }) => `${was.minutes} → ${is.minutes} ${say(S.minutes)}`,
              },
            ]}
          />
        </>
      )}
    </section>
  )
}
