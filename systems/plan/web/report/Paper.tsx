import { memo } from 'react'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { W } from '../words.ts'
import type { Pointed } from './Notes.tsx'
import { type Paragraph, sentenceKey, wordsOf } from './paragraphs.ts'
import { Sentence } from './Sentence.tsx'

export type Point = (element: HTMLElement, what: Omit<Pointed, 'top'>) => void

/** The paper itself, set as an official report; re-set only when its words change. */
export const Paper = memo(function Paper(props: {
  paragraphs: readonly Paragraph[]
  year: number
  forecast: boolean
  point: Point
}) {
  const { paragraphs, year, forecast, point } = props
  const say = useSay()
  return (
    <article className="paper" lang="zh-CN">
      {forecast && <p className="paper-draft">{`${say(W.draft)} · ${say(W.forecastLine)}`}</p>}
      {paragraphs.map((paragraph) => (
        <Printed key={paragraph.id} paragraph={paragraph} year={year} point={point} />
      ))}
    </article>
  )
})

/** An official title breaks where its meaning does: before 和. */
const titleLines = (title: string) =>
  title.split(/(?=和\d{4}年)/).map((line) => (
    <span key={line} className="title-line">
      {line}
    </span>
  ))

const HEADINGS = { 1: 'h2', 2: 'h3', 3: 'h4', 4: 'h4' } as const

function Printed({ paragraph, year, point }: { paragraph: Paragraph; year: number; point: Point }) {
  const { id, kind, level, blocks } = paragraph
  const first = blocks[0]
  if (!first) return null
  if (kind === 'title') return <h1>{titleLines(wordsOf(first))}</h1>
  if (kind === 'heading') {
    const Heading = HEADINGS[level as keyof typeof HEADINGS] ?? 'h4'
    return <Heading id={id}>{wordsOf(first)}</Heading>
  }
  return (
    <p id={id}>
      {blocks.map((block) =>
        block.kind === 'heading' ? (
          <strong key={wordsOf(block)}>{wordsOf(block)}</strong>
        ) : (
          block.sentences.map((sentence) => (
            <Sentence key={sentenceKey(sentence)} sentence={sentence} year={year} point={point} />
          ))
        ),
      )}
    </p>
  )
}
