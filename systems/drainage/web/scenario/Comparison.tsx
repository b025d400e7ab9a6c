import { useMemo } from 'react'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { DataTable } from '../../../../app/web/kit/DataTable.tsx'
import { formatNumber } from '../../../../app/web/kit/format.ts'
import type { Chosen } from '../types.ts'
import { differences, type Peak } from './scenario.ts'
import type { Model, Running } from './useScenario.ts'
import { S } from './words.ts'

const MOST = 50
export type Done = Extract<Running, { at: 'done' }>

const cm = (metres: number): string => formatNumber(100 * Math.max(0, metres), 0)
const signed = (metres: number): string =>
  `${metres > 0 ? '▲' : '▼'} ${formatNumber(Math.abs(100 * metres), 0)}`

interface Props {
  readonly model: Model
  readonly result: Done
  readonly choose: (chosen: Chosen) => void
}

/** Both runs in figures, and the nodes where they differ. */
export function Comparison({ model, result: { base, other, seconds }, choose }: Props) {
  const say = useSay()
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
  return (
    <section className="block scenario-result" aria-label={say(S.bench)}>
      <h2>
        {say(S.result)}
        <small>
          {say(S.took)} {formatNumber(seconds, 1)} {say(S.seconds)}
        </small>
      </h2>
      <p className="second">{say(S.resultHelp)}</p>
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
