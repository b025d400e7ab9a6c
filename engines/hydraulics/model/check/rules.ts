import { dayOf, secondsOf } from '../dates.ts'
import type { Problem, ProblemCode } from '../problems.ts'
import { rowsOf } from '../read.ts'
import { type SectionKey, wordOf } from '../sections/index.ts'
import { idOf, numberOf } from '../text.ts'
import type { Model, Thing, Words } from '../types.ts'
import { idOfThing } from './cell.ts'
import type { Defined } from './defined.ts'
import { formulaOf, isExpression } from './expressions.ts'

/**
 * Control rules, clause by clause, as the engine's own interpreter reads them:
 * `RULE id / IF object id attribute relation value / AND … / OR … / THEN link id setting = value / AND … / ELSE … / PRIORITY n`,
 * with `VARIABLE name = object id attribute` and `EXPRESSION name = …` before them.
 * @param broken lines with an error: the engine does not know a pump, a gate or a weir whose own line it refused
 */
export function checkRules(
  model: Model,
  defined: Defined,
  broken: ReadonlySet<number> = new Set(),
): readonly Problem[] {
  const problems: Problem[] = []
  const variables = new Set<string>()
  const expressions = new Set<string>()
  let state: State = 'PRIORITY'
  let at = 0
  for (const { line, cells } of rowsOf(model, 'CONTROLS')) {
    at = line
    const wrong = clause(cells)
    if (wrong)
      problems.push({
        code: wrong.code,
        level: 'error',
        line,
        section: 'CONTROLS',
        ...(wrong.value === undefined ? {} : { value: wrong.value }),
        expected: wrong.expected,
      })
  }
  return problems

  function clause(cells: readonly string[]): Wrong | undefined {
    const [first = '', second] = cells
    const word = wordOf(KEYWORDS, first) as Keyword | undefined
    if (!word) return { code: 'HYDRAULICS_WORD', value: first, expected: list(KEYWORDS) }
    if (second === undefined) return missing(`${word} …`)
    if (word === 'VARIABLE' || word === 'EXPRESSION') {
      if (cells[2] === undefined) return missing(`${word} ${second} = …`)
      if (word === 'VARIABLE') {
        if (ATTRIBUTE_WORDS.has(idOf(second)))
          return rule(second, 'HYDRAULICS_WORD', {
            zh: '不与属性同名的名称',
            en: 'a name that is no attribute',
          })
        if (!cells[2].startsWith('=')) return rule(cells[2], 'HYDRAULICS_WORD', { zh: '=', en: '=' })
        const { wrong } = variable(cells, 3)
        if (!wrong) variables.add(idOf(second))
        return wrong
      }
      const formula = cells.slice(3).join(' ')
      if (!isExpression(formula, (name) => variables.has(name)))
        return { code: 'HYDRAULICS_EXPRESSION', value: formula, expected: formulaOf([...variables]) }
      expressions.add(idOf(second))
      return undefined
    }
    if (word !== 'RULE' && !FOLLOWS[word].includes(state))
      return { code: 'HYDRAULICS_RULE', value: word, expected: after(FOLLOWS[word]) }
    const action = word === 'THEN' || word === 'ELSE' || (word === 'AND' && state !== 'IF')
    if (word !== 'AND' && word !== 'OR') state = word
    if (word === 'RULE')
      return cells.length > 2
        ? rule(cells[2] as string, 'HYDRAULICS_RULE', { zh: 'RULE id', en: 'RULE id' })
        : undefined
    if (word === 'PRIORITY') return Number.isNaN(numberOf(second)) ? number(second) : undefined
    return action ? act(cells) : premise(cells)
  }

  function premise(cells: readonly string[]): Wrong | undefined {
    let at = 2
    let attribute: string | undefined
    const left = idOf(cells[1] as string)
    if (!variables.has(left) && !expressions.has(left)) {
      const read = variable(cells, 1)
      if (read.wrong) return read.wrong
      at = read.next
      attribute = read.attribute
    }
    const relation = cells[at]
    if (relation === undefined) return missing('IF … = …')
    if (!RELATIONS.includes(relation))
      return { code: 'HYDRAULICS_WORD', value: relation, expected: list(RELATIONS) }
    const value = cells[at + 1]
    if (value === undefined) return missing(`IF … ${relation} …`)
    if (variables.has(idOf(value))) return undefined
    if (wordOf(OBJECTS, value)) return variable(cells, at + 1).wrong
    return compared(attribute ?? 'VALUE', value)
  }

  function variable(
    cells: readonly string[],
    from: number,
  ): { wrong?: Wrong; next: number; attribute: string } {
    const said = cells[from]
    const fail = (wrong: Wrong) => ({ wrong, next: from, attribute: '' })
    if (said === undefined) return fail(missing('NODE id DEPTH'))
    const object = wordOf(OBJECTS, said) as keyof typeof ATTRIBUTES | undefined
    if (!object) return fail({ code: 'HYDRAULICS_WORD', value: said, expected: list(OBJECTS) })
    const named = object !== 'SIMULATION'
    const id = named ? cells[from + 1] : undefined
    if (named && id === undefined) return fail(missing(`${object} id …`))
    const thing: Thing = object === 'NODE' ? 'node' : object === 'GAGE' ? 'gage' : 'link'
    if (named && !defined.get(thing)?.has(idOf(id as string))) return fail(unknown(thing, id as string))
    const at = from + (named ? 2 : 1)
    const attribute = cells[at]
    if (attribute === undefined) return fail(missing(`${object} … ${ATTRIBUTES[object][0]}`))
    const word =
      wordOf(ATTRIBUTES[object], attribute) ??
      (object === 'GAGE' && hours(attribute) ? 'INTENSITY' : undefined)
    if (!word) return fail({ code: 'HYDRAULICS_WORD', value: attribute, expected: list(ATTRIBUTES[object]) })
    return { next: at + 1, attribute: word }
  }

  function act(cells: readonly string[]): Wrong | undefined {
    const [, said = '', id = '', attribute, , value] = cells
    const object = wordOf(Object.keys(ACTIONS), said) as keyof typeof ACTIONS | undefined
    if (!object) return { code: 'HYDRAULICS_WORD', value: said, expected: list(Object.keys(ACTIONS)) }
    const { section, attributes } = ACTIONS[object]
    const link = defined.get('link')?.get(idOf(id))
    if (link?.section !== section) return unknown('link', id)
    if (object !== 'CONDUIT' && broken.has(link.line)) return unknown('link', id)
    // until the engine has read a link, it takes it for a conduit
    if (object !== 'CONDUIT' && link.line > at)
      return rule(id, 'HYDRAULICS_ORDER', {
        zh: `规则在 [${section}] 之后`,
        en: `rules after [${section}]`,
      })
    if (attribute === undefined || value === undefined) return missing(`${object} ${id} ${attributes[0]} = …`)
    const what = wordOf(attributes, attribute)
    if (!what) return { code: 'HYDRAULICS_WORD', value: attribute, expected: list(attributes) }
    if (what === 'STATUS') {
      const words = object === 'CONDUIT' ? ['OPEN', 'CLOSED'] : ['ON', 'OFF']
      return wordOf(words, value) ? undefined : { code: 'HYDRAULICS_WORD', value, expected: list(words) }
    }
    return setting(cells, value, object)
  }

  function setting(cells: readonly string[], value: string, object: string): Wrong | undefined {
    const source = wordOf(['CURVE', 'TIMESERIES', 'PID'], value)
    const id = cells[6]
    if (source && id === undefined) return missing(`${source} …`)
    if (source === 'PID') {
      const wrong = [6, 7, 8]
        .map((i) => cells[i])
        .find((cell) => cell === undefined || Number.isNaN(numberOf(cell)))
      return cells.length < 9 || wrong !== undefined ? number(wrong ?? 'PID') : undefined
    }
    if (source) {
      const thing: Thing = source === 'CURVE' ? 'curve' : 'series'
      return defined.get(thing)?.has(idOf(id as string)) ? undefined : unknown(thing, id as string)
    }
    const given = numberOf(value)
    if (Number.isNaN(given)) return number(value)
    return object !== 'PUMP' && (given < 0 || given > 1)
      ? { code: 'HYDRAULICS_NUMBER', value, expected: { zh: '0 到 1 之间的数', en: 'a number from 0 to 1' } }
      : undefined
  }
}

type State = 'RULE' | 'IF' | 'THEN' | 'ELSE' | 'PRIORITY'
interface Wrong {
  readonly code: ProblemCode
  readonly value?: string
  readonly expected: Words
}

const KEYWORDS = ['RULE', 'IF', 'AND', 'OR', 'THEN', 'ELSE', 'PRIORITY', 'VARIABLE', 'EXPRESSION'] as const
type Keyword = (typeof KEYWORDS)[number]
const RELATIONS = ['=', '<>', '<', '>', '<=', '>=']
const OBJECTS = ['GAGE', 'NODE', 'LINK', 'CONDUIT', 'PUMP', 'ORIFICE', 'WEIR', 'OUTLET', 'SIMULATION']
const FOLLOWS: Readonly<Record<Exclude<Keyword, 'RULE' | 'VARIABLE' | 'EXPRESSION'>, readonly State[]>> = {
  IF: ['RULE'],
  AND: ['IF', 'THEN', 'ELSE'],
  OR: ['IF'],
  THEN: ['IF'],
  ELSE: ['THEN'],
  PRIORITY: ['THEN', 'ELSE'],
}
const OPENED = ['TIMEOPEN', 'TIMECLOSED']
const CONDUIT = ['STATUS', 'DEPTH', 'FULLFLOW', 'FULLDEPTH', 'FLOW', 'LENGTH', 'SLOPE', 'VELOCITY', ...OPENED]
const REGULATOR = ['FLOW', 'SETTING', ...OPENED]
const ATTRIBUTES = {
  GAGE: ['INTENSITY'],
  NODE: ['DEPTH', 'MAXDEPTH', 'HEAD', 'VOLUME', 'INFLOW'],
  LINK: CONDUIT,
  CONDUIT,
  PUMP: ['FLOW', 'SETTING', 'STATUS', ...OPENED],
  ORIFICE: REGULATOR,
  WEIR: REGULATOR,
  OUTLET: REGULATOR,
  SIMULATION: ['TIME', 'DATE', 'CLOCKTIME', 'DAYOFYEAR', 'DAY', 'MONTH'],
} as const
const ATTRIBUTE_WORDS: ReadonlySet<string> = new Set(Object.values(ATTRIBUTES).flat())
const ACTIONS: Readonly<
  Record<
    'CONDUIT' | 'PUMP' | 'ORIFICE' | 'WEIR' | 'OUTLET',
    { section: SectionKey; attributes: readonly string[] }
  >
> = {
  CONDUIT: { section: 'CONDUITS', attributes: ['STATUS'] },
  PUMP: { section: 'PUMPS', attributes: ['STATUS', 'SETTING'] },
  ORIFICE: { section: 'ORIFICES', attributes: ['SETTING'] },
  WEIR: { section: 'WEIRS', attributes: ['SETTING'] },
  OUTLET: { section: 'OUTLETS', attributes: ['SETTING'] },
}

/** Rain of the hours past, such as 6-HR_PRECIP. */
const hours = (attribute: string): boolean => Number.parseInt(attribute, 10) >= 1

function compared(attribute: string, value: string): Wrong | undefined {
  const wrong = (zh: string, en: string, code: ProblemCode = 'HYDRAULICS_NUMBER'): Wrong => ({
    code,
    value,
    expected: { zh, en },
  })
  switch (attribute) {
    case 'STATUS':
      return wordOf(['OFF', 'ON', 'CLOSED', 'OPEN'], value)
        ? undefined
        : wrong('ON、OFF、OPEN 或 CLOSED', 'ON, OFF, OPEN or CLOSED', 'HYDRAULICS_WORD')
    case 'TIME':
    case 'CLOCKTIME':
    case 'TIMEOPEN':
    case 'TIMECLOSED':
      return secondsOf(value) === undefined
        ? wrong('时:分:秒或小时数', 'h:mm:ss or decimal hours', 'HYDRAULICS_TIME')
        : undefined
    case 'DATE':
      return dayOf(value) === undefined ? wrong('月/日/年', 'month/day/year', 'HYDRAULICS_DATE') : undefined
    case 'DAYOFYEAR':
      return dayOf(`${value}/1947`) === undefined && !between(value, 1, 365)
        ? wrong('月/日，或 1 到 365', 'month/day, or 1 to 365')
        : undefined
    case 'DAY':
      return between(value, 1, 7) ? undefined : wrong('1 到 7', '1 to 7')
    case 'MONTH':
      return between(value, 1, 12) ? undefined : wrong('1 到 12', '1 to 12')
    default:
      return Number.isNaN(numberOf(value)) ? number(value) : undefined
  }
}

const between = (value: string, least: number, most: number): boolean => {
  const number = numberOf(value)
  return number >= least && number <= most
}
const list = (words: readonly string[]): Words => ({
  zh: `其中之一：${words.join('、')}`,
  en: `one of ${words.join(', ')}`,
})
const after = (words: readonly string[]): Words => ({
  zh: `在 ${words.join('、')} 之后`,
  en: `it after ${words.join(', ')}`,
})
const number = (value: string): Wrong => ({
  code: 'HYDRAULICS_NUMBER',
  value,
  expected: { zh: '数', en: 'a number' },
})
const missing = (form: string, value?: string): Wrong => ({
  code: 'HYDRAULICS_ITEMS',
  ...(value === undefined ? {} : { value }),
  expected: { zh: form, en: form },
})
const rule = (value: string, code: ProblemCode, expected: Words): Wrong => ({ code, value, expected })
const unknown = (thing: Thing, value: string): Wrong => ({
  code: 'HYDRAULICS_REFERENCE',
  value,
  expected: idOfThing([thing]),
})
