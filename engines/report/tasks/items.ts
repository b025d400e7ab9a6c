import { bareLabel } from '../structure/index.ts'
import type { Figure, Section, Task } from '../types.ts'
import { deadlineOf } from './deadline.ts'
import { type OfficeWords, suggestOffice } from './offices.ts'
import { projectsOf } from './projects.ts'
import { actionOf } from './verbs.ts'

/** Who answers for an item, as plans write it behind it: （牵头单位：经发局；配合单位：科创局）. */
const DUTY = /[（(]?\s*(?:牵头|责任|主办|承办|实施)(?:单位|部门)\s*[:：]\s*([^（()）\n]*)/
const HELPERS = /[；;]?\s*(?:配合|协助|协办)(?:单位|部门)?\s*[:：].*$/s

/** What stands in a section before the words about who does it. */
const promised = (words: string): string => {
  const note = DUTY.exec(words)
  return (note ? words.slice(0, note.index) : words).replace(/[\s,，;；]+$/, '')
}

/** The office named first behind 牵头单位：, undefined where none of the list is. */
export function dutyOf(words: string, offices: readonly OfficeWords[]): string | undefined {
  const named = DUTY.exec(words)?.[1]?.replace(HELPERS, '')
  if (!named) return undefined
  const found = offices.flatMap(({ id, names }) => {
    const at = names.map((name) => (name === '' ? -1 : named.indexOf(name))).filter((place) => place >= 0)
    const longest = Math.max(0, ...names.filter((name) => named.includes(name)).map(({ length }) => length))
    return at.length > 0 ? [{ id, at: Math.min(...at), longest }] : []
  })
  return found.sort((a, b) => a.at - b.at || b.longest - a.longest)[0]?.id
}

/**
 * A numbered item of a plan, whole, as the one task that it is: `3.新增托位200个。（责任单位：社会事务局）`.
 * Undefined where it says nothing but who and when.
 */
export function itemOf(
  text: string,
  section: Section,
  above: readonly Section[],
  figures: readonly Figure[],
  offices: readonly OfficeWords[],
): Task | undefined {
  const start =
    section.heading.start + text.slice(section.heading.start).indexOf(section.label) + section.label.length
  const whole = text.slice(start, section.end)
  const words = promised(whole).replace(/^\s+/, '')
  if (words === '') return undefined
  const from = start + whole.indexOf(words)
  const quantities = figures.filter((figure) => figure.start >= from && figure.end <= from + words.length)
  const clause = words.split(/[。；;,，\n]/).find((part) => actionOf(part, quantities.length > 0)) ?? words
  const action = actionOf(clause, quantities.length > 0) ?? { verb: '', object: words }
  const headings = above.map(({ title }) => title).join(' ')
  const office = dutyOf(whole, offices) ?? suggestOffice({ task: words, sentence: whole, headings }, offices)
  return {
    start: from,
    end: from + words.length,
    text: words.replace(/[。；;]$/, ''),
    verb: action.verb,
    object: action.object,
    quantities,
    projects: projectsOf(action.object),
    deadline: deadlineOf(whole),
    path: above.filter(({ label }) => label !== '').map(({ label }) => bareLabel(label)),
    ...(office === undefined ? {} : { office }),
  }
}
