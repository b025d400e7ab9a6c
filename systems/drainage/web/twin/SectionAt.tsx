import { useMemo } from 'react'
import { useApi } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { LongSection } from '../LongSection.tsx'
import type { Chosen, Field, Section } from '../types.ts'
import { clock } from './options.ts'
import { T } from './words.ts'

interface Props {
  readonly at: Chosen
  readonly field: Field
  readonly step: number
}

/** The long section through the chosen place, filled as at the chosen moment. */
export function SectionAt({ at, field, step }: Props) {
  const say = useSay()
  const section = useApi('/api/drainage/section', { query: at })
  const highest = useMemo(() => section.data && highestOf(section.data, field), [section.data, field])
  if (!section.data || section.data.nodes.length < 2) return null
  const time = field.times[step]
  return (
    <section className="block">
      <h2>
        {say(T.section)}
        <small>{time ? clock(time) : ''}</small>
      </h2>
      <p className="second">{say(T.sectionHelp)}</p>
      <LongSection
        section={filled(section.data, field, step)}
        chosen={'link' in at ? at.link : at.node}
        highest={highest}
      />
    </section>
  )
}

/** The water levels of one step in a long section. */
export function filled(section: Section, { nodes }: Field, step: number): Section {
  return {
    ...section,
    nodes: section.nodes.map((node) => {
      const cm = nodes[node.id]?.[step]
      return { ...node, water: cm === undefined ? null : node.invert + cm / 100 }
    }),
  }
}

const highestOf = ({ nodes }: Section, field: Field): number =>
  nodes.reduce(
    (most, { id, invert }) => Math.max(most, invert + Math.max(0, ...(field.nodes[id] ?? [])) / 100),
    Number.NEGATIVE_INFINITY,
  )
