import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkModel, networkOf, readModel, sayProblem, setOptions, writeModel } from './index.ts'

/** Where the public models lie beside the project, each is read: they all run in EPA's own engine. */
const MODELS = '../shared/swmm/models'
const names = existsSync(MODELS) ? readdirSync(MODELS).filter((name) => name.endsWith('.inp')) : []

/** What the report calls a channel, and a link without a section. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  JUNCTION: ['junction'],
  OUTFALL: ['outfall'],
  STORAGE: ['storage'],
  CONDUIT: ['conduit'],
  CHANNEL: ['conduit'],
  DUMMY: ['conduit', 'outlet'],
  PUMP: ['pump'],
  ORIFICE: ['orifice'],
  WEIR: ['weir'],
}

describe.skipIf(names.length === 0)('public models', () => {
  it.each(names)('%s', (name) => {
    const text = readFileSync(`${MODELS}/${name}`, 'utf8')
    const model = readModel(text)
    expect(writeModel(model)).toBe(text)
    const errors = checkModel(model).filter(({ level }) => level === 'error')
    expect(errors.map((problem) => sayProblem(problem, 'en'))).toEqual([])
    const reference = JSON.parse(
      readFileSync(`${MODELS}/../reference/${name.replace(/inp$/, 'json')}`, 'utf8'),
    )
    // the native engine's own report names every node, and the links whose row it could print
    const { nodes, links } = networkOf(model)
    const strangers = (table: Record<string, { type: string }>, of: ReadonlyMap<string, { kind: string }>) =>
      Object.entries(table).filter(
        ([id, { type }]) => !KINDS[type]?.includes(of.get(id.toUpperCase())?.kind ?? ''),
      )
    expect(strangers(reference.node_depths, nodes)).toEqual([])
    expect(strangers(reference.link_flows, links)).toEqual([])
    if (reference.routing) expect(nodes.size).toBe(reference.nodes)
  })

  it.each(names)('%s: a change of one line changes one line', (name) => {
    const text = readFileSync(`${MODELS}/${name}`, 'utf8')
    const changed = writeModel(setOptions(readModel(text), { START_DATE: '01/02/1903' })).split('\n')
    const differing = text.split('\n').filter((line, i) => line !== changed[i])
    expect(differing.map((line) => line.trim().split(/\s+/)[0])).toEqual(['START_DATE'])
  })
})
