/** What is typed as lines. */
import type { Words } from '../queries.ts'

type Given = Words['given'][number]
type Evidence = Words['evidence'][number]
const KINDS: readonly Given['kind'][] = ['number', 'string', 'boolean', 'date']

export const givenText = (given: readonly Given[]) =>
  given.map(({ name, kind, unit }) => [name, kind, unit].filter(Boolean).join(' | ')).join('\n')

/** @param before what was declared: what is said of a name stays with it */
export const givenFrom = (text: string, before: readonly Given[]): Given[] =>
  linesOf(text).map((line) => {
    const [name = '', kind, unit] = line.split(/[|｜]/u).map((part) => part.trim())
    const says = before.find((each) => each.name === name)?.says
    return {
      name,
      kind: KINDS.find((each) => each === kind) ?? 'number',
      ...(unit ? { unit } : {}),
      ...(says ? { says } : {}),
    }
  })

export const evidenceText = (evidence: readonly Evidence[]) =>
  evidence.map(({ name, fromData }) => (fromData ? `✓ ${name}` : name)).join('\n')

export const evidenceFrom = (text: string): Evidence[] =>
  linesOf(text).map((line) => ({ name: line.replace(/^✓\s*/u, ''), fromData: line.startsWith('✓') }))

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
