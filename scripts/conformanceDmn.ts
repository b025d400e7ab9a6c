/**
 * Runs the conformance suite of the DMN TCK: `npm run conformance:dmn [-- FOLDER [PART-OF-A-NAME]]`. Prints, folder by
 * folder, what passed, failed and cannot apply here; fails when anything fails. What can be asked of PostgreSQL is also
 * asked of it, and must be what is expected too: of DATABASE_URL, or of one that is started for this.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { child, childrenOf, readXml, type XmlElement } from '../engines/feel/dmn/index.ts'
import {
  canonical,
  createEngine,
  type DateTime,
  Decimal,
  equal,
  isContext,
  isList,
  isNumber,
  kindOf,
  literal,
  type Model,
  newContext,
  parseDate,
  parseDateTime,
  parseDuration,
  parseNumber,
  parseTime,
  toDecimal,
  toPlain,
  type Value,
} from '../engines/feel/index.ts'
import { COLUMN_TYPES, queryOver } from '../kernel/rules/index.ts'
import { openStore } from '../kernel/store/index.ts'

/** The one folder whose functions are written in Java. */
const NOT_APPLICABLE = new Set(['0076-feel-external-java'])

const [root = '../shared/dmn-tck', only = ''] = process.argv.slice(2)
const verbose = process.argv.includes('--verbose') || only !== ''
const EPOCH = parseDateTime('2024-11-15T12:00:00+08:00') as DateTime
const engine = createEngine({ now: () => EPOCH })
const models = new Map<string, Model>()
const total = { passed: 0, failed: 0, notApplicable: 0 }
const database = { passed: 0, failed: 0, notAsked: 0, overInputs: 0 }
const folder = await mkdtemp(join(tmpdir(), 'gaoxin-dmn-'))
const store = await openStore({ url: process.env.DATABASE_URL, folder })
try {
  await runAll()
} finally {
  await store.close()
  await rm(folder, { recursive: true, force: true })
}

async function runAll(): Promise<void> {
  for (const level of ['compliance-level-2', 'compliance-level-3']) {
    const folder = join(root, level)
    if (!existsSync(folder)) continue
    for (const name of readdirSync(folder).sort())
      if (name.includes(only)) report(name, await runFolder(join(folder, name)))
  }
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.notApplicable} not applicable`)
  console.log(
    `in PostgreSQL: ${database.passed} answers passed (${database.overInputs} of them over inputs), ${database.failed} failed, ${database.notAsked} not asked`,
  )
  if (total.failed > 0 || database.failed > 0 || total.passed === 0) process.exitCode = 1
}

function report(name: string, { passed, failed }: { passed: number; failed: readonly string[] }): void {
  if (NOT_APPLICABLE.has(name)) {
    total.notApplicable += passed + failed.length
    console.log(`${name}: not applicable (${passed + failed.length}, functions in Java)`)
    return
  }
  total.passed += passed
  total.failed += failed.length
  console.log(`${name}: ${passed} passed${failed.length > 0 ? `, ${failed.length} failed` : ''}`)
  if (verbose) for (const line of failed) console.log(`  ${line}`)
  else if (failed[0]) console.log(`  ${failed[0]}`)
}

async function runFolder(folder: string): Promise<{ passed: number; failed: readonly string[] }> {
  const files = readdirSync(folder)
  const sources = new Map(
    files
      .filter((file) => file.endsWith('.dmn'))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  )
  const failed: string[] = []
  let passed = 0
  for (const file of files.filter((each) => each.endsWith('.xml')).sort()) {
    const cases = readXml(readFileSync(join(folder, file), 'utf8'), () => true)
    const model = modelOf(child(cases, 'modelName')?.text.trim() ?? '', sources)
    for (const testCase of childrenOf(cases, 'testCase')) {
      const wrong = await run(model, testCase)
      if (wrong === undefined) passed++
      else failed.push(`${testCase.attributes.id ?? ''}: ${wrong}`)
    }
  }
  return { passed, failed }
}

function modelOf(file: string, sources: ReadonlyMap<string, string>): Model {
  const source = sources.get(file) ?? ''
  const known = models.get(source)
  if (known) return known
  // Imported models stand in the same folder.
  const namespaces = [...source.matchAll(/<(?:\w+:)?import\b[^>]*\bnamespace="([^"]*)"/g)].map(
    (match) => match[1],
  )
  const imports = [...sources]
    .filter(
      ([other, text]) =>
        other !== file &&
        namespaces.includes(/\bnamespace="([^"]*)"/.exec(text.replace(/<\?xml.*?\?>/, ''))?.[1]),
    )
    .map(([other]) => modelOf(other, sources))
  const model = engine.model(source, imports)
  models.set(source, model)
  return model
}

/** @returns what is wrong, or undefined */
async function run(model: Model, testCase: XmlElement): Promise<string | undefined> {
  const inputs: Record<string, Value> = newContext()
  for (const input of childrenOf(testCase, 'inputNode'))
    inputs[input.attributes.name ?? ''] = readValue(input)
  const wrong: string[] = []
  for (const result of childrenOf(testCase, 'resultNode')) {
    const name = testCase.attributes.invocableName ?? result.attributes.name ?? ''
    const expected = child(result, 'expected')
    let actual: Value
    try {
      actual = model.evaluate(name, inputs)
    } catch (error) {
      return `${name}: ${error instanceof Error ? (error.stack ?? '').split('\n').slice(0, 3).join(' | ') : error}`
    }
    if (
      testCase.attributes.invocableName &&
      isContext(actual) &&
      (result.attributes.name ?? '') in actual &&
      name !== result.attributes.name
    )
      actual = actual[result.attributes.name ?? ''] as Value
    const wanted = expected ? readValue(expected) : null
    const asked = await askedOf(model, name, inputs)
    if (asked !== undefined && same(wanted, actual)) {
      if (same(wanted, asked)) database.passed++
      else {
        database.failed++
        console.log(
          `  in PostgreSQL ${testCase.attributes.id} ${name} is ${literal(asked)}, expected ${literal(wanted)}`,
        )
      }
    }
    if (!same(wanted, actual)) {
      const problems = model.problems.filter(({ place }) => place.startsWith(name)).slice(0, 1)
      wrong.push(
        `${name} is ${literal(actual)}, expected ${literal(wanted)}${problems.map(({ code, what, expression }) => ` [${code} ${what}: ${expression}]`).join('')}`,
      )
    }
  }
  return wrong.length > 0 ? wrong.join('; ') : undefined
}

/** The answer of the database; undefined for what it is not asked. */
async function askedOf(
  model: Model,
  name: string,
  inputs: Readonly<Record<string, Value>>,
): Promise<Value | undefined> {
  const pushed = model.query(name, { keep: [] })
  const given = [...model.elements.values()].filter(({ kind }) => kind === 'inputData')
  const columns = given.flatMap(({ name: input, type }) => {
    const column = COLUMN_TYPES[String(type)]?.[0]
    return column
      ? [sql`${toPlain(inputs[input] ?? null) as string}::text::${sql.raw(column)} as ${sql.id(input)}`]
      : []
  })
  const fits = given.every(
    ({ name: input, type }) => (inputs[input] ?? null) === null || kindOf(inputs[input] as Value) === type,
  )
  if (!('query' in pushed) || !fits) {
    database.notAsked++
    return undefined
  }
  const subject = columns.length > 0 ? sql`select ${sql.join(columns)}` : sql`select 1 as one`
  if (pushed.query.texts.some((text) => text.includes('subject."'))) database.overInputs++
  const { rows } = await queryOver(pushed, subject).execute(store.db)
  return pushed.read(rows[0] ?? {})
}

function readValue(element: XmlElement): Value {
  const components = childrenOf(element, 'component')
  if (components.length > 0) {
    const context: Record<string, Value> = newContext()
    for (const component of components) context[component.attributes.name ?? ''] = readValue(component)
    return context
  }
  const list = child(element, 'list')
  if (list) return list.attributes.nil === 'true' ? null : childrenOf(list, 'item').map(readValue)
  const value = child(element, 'value')
  if (!value || value.attributes.nil === 'true') return null
  const type = (value.attributes.type ?? '').replace(/^.*:/, '')
  const { text } = value
  switch (type) {
    case 'string':
      return text
    case 'boolean':
      return text.trim() === 'true'
    case 'decimal':
    case 'double':
    case 'integer':
    case 'int':
    case 'float':
    case 'long':
      return parseNumber(text.trim().replace(/^\+/, '')) ?? canonical(new Decimal(text.trim()))
    case 'date':
      return parseDate(text.trim())
    case 'time':
      return parseTime(text.trim())
    case 'dateTime':
      return parseDateTime(text.trim())
    case 'duration':
      return parseDuration(text.trim())
    default:
      return text
  }
}

/** As the suite compares: numbers to eight places of their size, entries and items one by one. */
function same(wanted: Value, actual: Value): boolean {
  if (isNumber(wanted) && isNumber(actual)) {
    const [a, b] = [toDecimal(wanted), toDecimal(actual)]
    return a.minus(b).abs().lte(a.abs().mul('1e-8')) || a.minus(b).abs().lte('1e-8')
  }
  if (isList(wanted))
    return (
      isList(actual) &&
      wanted.length === actual.length &&
      wanted.every((each, i) => same(each, actual[i] as Value))
    )
  if (isContext(wanted))
    return (
      isContext(actual) &&
      Object.keys(wanted).length === Object.keys(actual).length &&
      Object.keys(wanted).every(
        (name) => name in actual && same(wanted[name] as Value, actual[name] as Value),
      )
    )
  return wanted === null ? actual === null : equal(wanted, actual) === true
}
