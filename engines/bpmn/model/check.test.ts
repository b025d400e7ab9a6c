import { expect, it } from 'vitest'
import { diagram } from '../diagram.fixture.ts'
import { checkProcess } from './check.ts'
import { readProcesses } from './read.ts'

const looksRight = (text: string) => (text.includes('??') ? 'unexpected ?' : undefined)

async function problemsOf(source: string) {
  const { processes, problems } = await readProcesses(diagram(source))
  return [...problems, ...processes.flatMap((process) => checkProcess(process, looksRight))].map(
    ({ code, place }) => `${code} ${place}`,
  )
}

it.each([
  ['a sound one', 'start -> a -> end', []],
  ['nothing that starts', 'a -> b', ['START process', 'UNREACHABLE a', 'UNREACHABLE b']],
  ['a script', 'x: script\nstart -> x -> end', ['UNSUPPORTED x', 'UNREACHABLE end']],
  ['an island', 'start -> a -> end\nb -> c\nc -> b', ['UNREACHABLE b', 'UNREACHABLE c']],
  ['a way without a condition', 'w: exclusive\nstart -> w\nw -> a\nw -> b [x]', ['CONDITION w']],
  [
    'a condition that cannot be read',
    'w: exclusive\nstart -> w\nw -> a [x ??]\nw -> b [else]',
    ['EXPRESSION w'],
  ],
  ['a timer that says no time', 't: catch timer\nstart -> t -> end', []],
  ['a message without a name', 'm: receive\nstart -> m -> end', ['UNSAID m']],
  ['a call of nothing', 'c: call\nstart -> c -> end', ['UNSAID c']],
  ['a rule without a decision', 'r: rule\nstart -> r -> end', ['UNSAID r']],
  ['an error that nothing catches', 'e: end error=X\nstart -> e', ['UNCAUGHT e']],
  [
    'an event gateway before a task',
    'g: event\nm: catch message=m\nstart -> g\ng -> m -> end\ng -> a',
    ['EVENT_GATEWAY g'],
  ],
  ['an end that goes on', 'start -> end1 -> a', ['FLOW end1']],
  ['a loop without a number', 'start -> a -> end', []],
  ['a sub-process with two starts', 's: sub {\nstart1 -> a\nstart2 -> b\n}\nstart -> s', ['START s']],
  ['an event sub-process that begins with nothing', 's: events {\nstart1 -> a\n}\nstart -> b', ['START s']],
  ['a compensation that undoes nothing', 'a: user\nu: boundary on=a undo=zzz\nstart -> a -> end', ['XML ']],
])('%s', async (_, source, expected) => {
  expect((await problemsOf(source)).toSorted()).toEqual([...expected].toSorted())
})

it('what is no BPMN is said to be none', async () => {
  const { problems } = await readProcesses('<html/>')
  expect(problems).toMatchObject([{ code: 'XML' }])
})
