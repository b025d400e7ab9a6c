/**
 * `npm run bench:rules`: one decision table asked of the same subjects by hand-written TypeScript, by this engine and
 * by others, in one run. First all must give the same answers; then each is timed over and over, and stands beside the
 * hand-written one. Every engine prepares the table once, as it would be prepared in use.
 */
import { performance } from 'node:perf_hooks'
import { unaryTest } from 'feelin'
import { LogicEngine } from 'json-logic-engine'
import { Engine as JsonRules } from 'json-rules-engine'
import { createEngine, type DateTime, parseDateTime } from '../engines/feel/index.ts'

/** A table of classes: the first rule counts, an empty cell asks for nothing. */
const INPUTS = ['score', 'tax', 'research', 'growth'] as const
type Subject = Readonly<Record<(typeof INPUTS)[number], number>>
const RULES: readonly (readonly [cells: readonly string[], answer: string])[] = [
  [['>= 110', '>= 30', '>= 3', '> 0'], 'A'],
  [['>= 110', '>= 20', '>= 5', ''], 'A'],
  [['>= 100', '>= 30', '', ''], 'B'],
  [['>= 90', '>= 15', '>= 2', '>= 5'], 'B'],
  [['[80..100)', '>= 10', '', ''], 'C'],
  [['', '>= 50', '', '> 10'], 'C'],
  [['< 60', '', '< 1', ''], 'E'],
  [['', '', '', ''], 'D'],
]
const COUNT = 2_000
const subjects = sample(COUNT, 20_241_115)

interface Peer {
  readonly name: string
  /** Answers all subjects, in order. */
  readonly run: (subjects: readonly Subject[]) => readonly string[] | Promise<readonly string[]>
  readonly close?: () => void
}
const peers: readonly Peer[] = [handWritten(), own(), jsonLogic(), ...(await zen()), feelin(), jsonRules()]

const expected = handWritten().run(subjects) as readonly string[]
const counts = new Map<string, number>()
for (const answer of expected) counts.set(answer, (counts.get(answer) ?? 0) + 1)
console.log(
  `${COUNT} subjects, ${RULES.length} rules; answers ${[...counts]
    .sort()
    .map(([answer, n]) => `${answer} ${n}`)
    .join(', ')}`,
)
for (const { name, run } of peers) {
  const answers = await run(subjects)
  const wrong = expected.findIndex((answer, i) => answer !== answers[i])
  if (wrong >= 0) {
    console.error(`${name} answers ${answers[wrong]} where the others answer ${expected[wrong]}`)
    process.exit(1)
  }
}
console.log('all answers agree\n')

let best = 0
for (const { name, run, close } of peers) {
  const rate = await measure(run)
  best ||= rate
  console.log(
    `${name.padEnd(34)} ${Math.round(rate).toLocaleString('en').padStart(12)} a second   ${(best / rate).toFixed(1).padStart(8)} times the time`,
  )
  close?.()
}

/** Decisions a second: the best of five stretches of about half a second. */
async function measure(run: Peer['run']): Promise<number> {
  await run(subjects)
  let fastest = 0
  for (let stretch = 0; stretch < 5; stretch++) {
    const from = performance.now()
    let rounds = 0
    do {
      await run(subjects)
      rounds++
    } while (performance.now() - from < 500)
    fastest = Math.max(fastest, (rounds * COUNT * 1000) / (performance.now() - from))
  }
  return fastest
}

function handWritten(): Peer {
  const decide = ({ score, tax, research, growth }: Subject): string => {
    if (score >= 110 && tax >= 30 && research >= 3 && growth > 0) return 'A'
    if (score >= 110 && tax >= 20 && research >= 5) return 'A'
    if (score >= 100 && tax >= 30) return 'B'
    if (score >= 90 && tax >= 15 && research >= 2 && growth >= 5) return 'B'
    if (score >= 80 && score < 100 && tax >= 10) return 'C'
    if (tax >= 50 && growth > 10) return 'C'
    if (score < 60 && research < 1) return 'E'
    return 'D'
  }
  return { name: 'hand-written TypeScript', run: (all) => all.map(decide) }
}

function own(): Peer {
  const cell = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const source = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" namespace="bench" name="bench">
    ${INPUTS.map((name) => `<inputData id="i_${name}" name="${name}"><variable name="${name}" typeRef="number"/></inputData>`).join('')}
    <decision id="d" name="class"><variable name="class" typeRef="string"/>
    ${INPUTS.map((name) => `<informationRequirement><requiredInput href="#i_${name}"/></informationRequirement>`).join('')}
    <decisionTable hitPolicy="FIRST">
    ${INPUTS.map((name) => `<input><inputExpression typeRef="number"><text>${name}</text></inputExpression></input>`).join('')}
    <output name="class" typeRef="string"/>
    ${RULES.map(([cells, answer]) => `<rule>${cells.map((text) => `<inputEntry><text>${cell(text)}</text></inputEntry>`).join('')}<outputEntry><text>"${answer}"</text></outputEntry></rule>`).join('')}
    </decisionTable></decision></definitions>`
  const now = parseDateTime('2024-11-15T00:00:00Z') as DateTime
  const model = createEngine({ now: () => now }).model(source)
  const decide = model.prepare('class') as unknown as (subject: Subject) => string
  return { name: 'engines/feel', run: (all) => all.map(decide) }
}

/** A cell as comparisons. */
function comparisons(text: string): readonly { readonly operator: string; readonly bound: number }[] {
  if (text === '') return []
  const range = /^\[(.+)\.\.(.+)\)$/.exec(text)
  if (range)
    return [
      { operator: '>=', bound: Number(range[1]) },
      { operator: '<', bound: Number(range[2]) },
    ]
  const [operator = '', bound] = text.split(' ')
  return [{ operator, bound: Number(bound) }]
}

function jsonLogic(): Peer {
  const branches = RULES.flatMap(([cells, answer]) => {
    const tests = cells.flatMap((text, i) =>
      comparisons(text).map(({ operator, bound }) => ({ [operator]: [{ var: INPUTS[i] }, bound] })),
    )
    return tests.length > 0 ? [{ and: tests }, answer] : [answer]
  })
  const decide = new LogicEngine().build({ if: branches }) as (subject: Subject) => string
  return { name: 'json-logic-engine (built)', run: (all) => all.map((subject) => decide(subject)) }
}

/** What of its engine is used here. */
interface Zen {
  readonly ZenEngine: new () => {
    createDecision(graph: Buffer): { evaluate(context: object): Promise<{ result: unknown }> }
    dispose(): void
  }
}

/** Its packages for the single platforms cannot be locked for all of them at once, so it stands here when it was installed by hand. */
async function zen(): Promise<readonly Peer[]> {
  const name = '@gorules/zen-engine'
  const found = (await import(name).catch(() => undefined)) as Zen | undefined
  if (!found) {
    console.log(`${name} is not installed (npm install --no-save ${name}@0.54.0) and left out`)
    return []
  }
  const node = (id: string, type: string, content: object = {}) => ({
    id,
    name: id,
    type,
    content,
    position: { x: 0, y: 0 },
  })
  const graph = {
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      node('in', 'inputNode'),
      node('table', 'decisionTableNode', {
        hitPolicy: 'first',
        inputs: INPUTS.map((field) => ({ id: field, name: field, field })),
        outputs: [{ id: 'class', name: 'class', field: 'class' }],
        rules: RULES.map(([cells, answer], i) => ({
          _id: String(i),
          ...Object.fromEntries(INPUTS.map((field, j) => [field, cells[j]])),
          class: `"${answer}"`,
        })),
      }),
      node('out', 'outputNode'),
    ],
    edges: [
      { id: 'e1', type: 'edge', sourceId: 'in', targetId: 'table' },
      { id: 'e2', type: 'edge', sourceId: 'table', targetId: 'out' },
    ],
  }
  const engine = new found.ZenEngine()
  const decision = engine.createDecision(Buffer.from(JSON.stringify(graph)))
  return [
    {
      name,
      run: async (all) =>
        Promise.all(
          all.map(async (subject) => ((await decision.evaluate(subject)).result as { class: string }).class),
        ),
      close: () => engine.dispose(),
    },
  ]
}

/** feelin has no tables: its unary tests, cell by cell. */
function feelin(): Peer {
  const decide = (subject: Subject) =>
    RULES.find(([cells]) =>
      cells.every(
        (text, i) =>
          text === '' || unaryTest(text, { '?': subject[INPUTS[i] as keyof Subject] }).value === true,
      ),
    )?.[1] ?? ''
  return { name: 'feelin (cell by cell)', run: (all) => all.map(decide) }
}

function jsonRules(): Peer {
  const operators: Readonly<Record<string, string>> = {
    '>=': 'greaterThanInclusive',
    '>': 'greaterThan',
    '<': 'lessThan',
    '<=': 'lessThanInclusive',
  }
  const engine = new JsonRules([], { allowUndefinedFacts: false })
  RULES.forEach(([cells, answer], i) => {
    const tests = cells.flatMap((text, j) =>
      comparisons(text).map(({ operator, bound }) => ({
        fact: INPUTS[j] as string,
        operator: operators[operator] as string,
        value: bound,
      })),
    )
    const all = tests.length > 0 ? tests : [{ fact: 'score', operator: 'greaterThanInclusive', value: -1 }]
    engine.addRule({ conditions: { all }, event: { type: answer }, priority: 100 - i })
  })
  // The first rule that matches ends the run.
  engine.on('success', () => engine.stop())
  const decide = async (subject: Subject) => (await engine.run(subject)).events[0]?.type ?? ''
  return {
    name: 'json-rules-engine',
    run: async (all) => {
      const answers: string[] = []
      for (const subject of all) answers.push(await decide(subject))
      return answers
    },
  }
}

/** Subjects from a seed, numbers with one decimal. */
function sample(count: number, seed: number): readonly Subject[] {
  let state = seed
  const next = (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.round((state / 2 ** 32) * most * 10) / 10
  }
  return Array.from({ length: count }, () => ({
    score: next(140),
    tax: next(60),
    research: next(8),
    growth: next(20) - 5,
  }))
}
