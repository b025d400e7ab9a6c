import { type Problem, problemAt } from '../problems.ts'
import { rowsOf } from '../read.ts'
import { idOf } from '../text.ts'
import type { Model, Words } from '../types.ts'
import type { Defined } from './defined.ts'

/** Formulas of groundwater and treatment, read as the engine reads them. */
export function checkExpressions(model: Model, defined: Defined): readonly Problem[] {
  const pollutants = [...(defined.get('pollutant')?.keys() ?? [])]
  const treated = new Set([...TREATED, ...pollutants, ...pollutants.map((id) => `R_${id}`)])
  return [
    ...[...rowsOf(model, 'GWF')].flatMap(({ line, cells }) =>
      cells.length < 3 || isExpression(cells.slice(2).join(' '), (name) => begins(GROUND, name))
        ? []
        : [problemAt('HYDRAULICS_EXPRESSION', 'GWF', line, cells.slice(2).join(' '), formulaOf(GROUND))],
    ),
    ...[...rowsOf(model, 'TREATMENT')].flatMap(({ line, cells }) => {
      const [, , result = ''] = cells
      const formula = cells.slice(2).join(' ')
      if (cells.length < 3) return []
      if (!/^[rc]/i.test(result) || !formula.includes('='))
        return [
          problemAt('HYDRAULICS_WORD', 'TREATMENT', line, result, {
            zh: 'C = … 或 R = …',
            en: 'C = … or R = …',
          }),
        ]
      const after = formula.slice(formula.indexOf('=') + 1)
      return isExpression(after, (name) => treated.has(name) || begins(TREATED, name))
        ? []
        : [problemAt('HYDRAULICS_EXPRESSION', 'TREATMENT', line, after.trim(), formulaOf([...treated]))]
    }),
  ]
}

/** The engine goes by the letters that a name begins with. */
const begins = (words: readonly string[], name: string) => words.some((word) => name.startsWith(word))
const GROUND = ['HGW', 'HSW', 'HCB', 'HGS', 'KS', 'K', 'THETA', 'PHI', 'FI', 'FU', 'A']
const TREATED = ['HRT', 'DT', 'FLOW', 'DEPTH', 'AREA']

/** What a formula may be made of. */
export const formulaOf = (names: readonly string[]): Words => ({
  zh: `由数、函数和 ${names.join('、')} 组成的算式`,
  en: `a formula of numbers, functions and ${names.join(', ')}`,
})

const FUNCTIONS = new Set(
  'COS SIN TAN COT ABS SGN SQRT LOG EXP ASIN ACOS ATAN ACOT SINH COSH TANH COTH LOG10 STEP'.split(' '),
)
type Lexeme = 'end' | '(' | ')' | '+' | '-' | '*' | '/' | '^' | 'number' | 'name' | 'function'
const SIGNS = '()+-*/^'
/** What a minus takes something away from. */
const VALUES: ReadonlySet<Lexeme> = new Set(['number', 'name', ')'])

/**
 * Whether the engine takes a text for a formula. It stops at what it does not know after a value, a plus, and a minus
 * before anything but a digit, stand at the beginning or after an opening bracket only, and functions have their argument in brackets.
 * @param known whether a name, in capitals, is one that the formula may use
 */
export function isExpression(text: string, known: (name: string) => boolean): boolean {
  let at = 0
  let before: Lexeme = 'end'
  let last: Lexeme = 'end'
  let open = 0
  let wrong = false

  const next = (): Lexeme => {
    while (text[at] === ' ') at++
    if (at >= text.length) return 'end'
    before = last
    last = read()
    return last
  }
  const read = (): Lexeme => {
    const sign = text[at] as string
    if (SIGNS.includes(sign)) {
      at++
      if (sign === '-' && !VALUES.has(last) && /\d/.test(text[at] ?? '')) {
        number()
        return 'number'
      }
      return sign as Lexeme
    }
    if (/[\d.]/.test(sign)) {
      number()
      return 'number'
    }
    const [name = ''] = /^[a-z_][a-z_\d.]*/i.exec(text.slice(at)) ?? []
    at += Math.max(1, name.length)
    if (name === '') return 'end'
    return FUNCTIONS.has(idOf(name)) ? 'function' : known(idOf(name)) ? 'name' : 'end'
  }
  const number = () => {
    at += /^\d*(?:\.\d*)?(?:e[+-]?\d*)?/i.exec(text.slice(at))?.[0].length ?? 1
  }
  const single = (lexeme: Lexeme): Lexeme => {
    if (lexeme === '(') {
      open++
      tree()
    } else if (lexeme === 'function') {
      if (next() === '(') {
        open++
        tree()
      } else wrong = true
    } else if (lexeme !== 'number' && lexeme !== 'name') wrong = true
    return wrong ? 'end' : next()
  }
  const product = (): Lexeme => {
    let lexeme = next()
    if ((before === 'end' || before === '(') && (lexeme === '-' || lexeme === '+')) lexeme = next()
    lexeme = single(lexeme)
    while (!wrong && (lexeme === '*' || lexeme === '/' || lexeme === '^')) lexeme = single(next())
    return lexeme
  }
  const tree = (): void => {
    let lexeme = product()
    while (!wrong) {
      if (lexeme === 'end') return
      if (lexeme === ')') {
        open--
        return
      }
      if (lexeme === '+' || lexeme === '-') lexeme = product()
      else wrong = true
    }
  }
  tree()
  return !wrong && open === 0
}
