import { expect, it } from 'vitest'
import { findSystems } from '../app/systems.ts'
import { readProcesses } from '../engines/bpmn/index.ts'
import type { FormField } from '../kernel/flow/index.ts'

const processes = (await findSystems()).flatMap(({ processes = [] }) => processes)

/** Every word that a form shows, with its English. */
const wordsOf = ({ key, label, values = [], components = [], properties = {} }: FormField): unknown[] => [
  ...(label ? [[key, label, properties.en]] : []),
  ...values.map((each) => [key, each.label, properties[`en.${each.value}`]]),
  ...components.flatMap(wordsOf),
]

it.each(processes.map((each) => [each.id, each] as const))(
  'what the process %s shows people has an English name: its steps, the fields of its forms and their choices',
  async (_, { diagram, forms = {} }) => {
    const { processes } = await readProcesses(diagram)
    const named = processes
      .flatMap(({ elements }) => [...elements.values()])
      .flatMap(({ name, given }) => (name ? [[name, given['name-en']]] : []))
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter(([, english]) => !english)).toEqual([])
    const words = Object.values(forms).flatMap(({ components }) => components.flatMap(wordsOf)) as unknown[][]
    expect(words.length).toBeGreaterThan(3)
    expect(words.filter(([, , english]) => !english)).toEqual([])
  },
)
