import { type Scalar, type ScalarType, SQL_TYPES, scalar, Unpushable } from './term.ts'

/** Stands in the text of a query for a value that is given beside it. */
const MARK = '\u0001'

/** Pieces of a query with what stands between them, as a tagged template is called: one text more than there are values. */
export interface QueryText<T> {
  readonly texts: readonly string[]
  readonly values: readonly T[]
}

/** PostgreSQL takes 1,664 columns, those of the subjects and of the answer among them, and subqueries while its stack lasts. */
const MOST = { columns: 1_000, passes: 150 }

/** Where the query of the subjects stands among the values. */
export const SUBJECTS = Symbol('subjects')

/**
 * A query that computes in passes: each pass is a select over the one before, adds columns that speak of columns below
 * and keeps of those below what is spoken of above: a row on its way is no wider than it must be. So what is used twice
 * is computed once, however deep expressions are. `offset 0` keeps PostgreSQL from unfolding the passes into each other.
 */
export class Columns {
  /** Expressions of each pass by name; the lowest reads the subjects. */
  readonly #passes: Map<string, string>[] = [new Map()]
  readonly #values: (string | typeof SUBJECTS)[] = [SUBJECTS]
  readonly #known = new Map<string, Scalar>()
  #count = 0

  /** A text, as a value beside the query. */
  parameter = (text: string): string => {
    const known = this.#values.indexOf(text)
    return `${MARK}${known < 0 ? this.#values.push(text) - 1 : known}${MARK}`
  }

  /** A column of the subjects. */
  subject(type: ScalarType, name: string): Scalar {
    return this.#column(scalar(type, `subject.${quoted(name)}::${SQL_TYPES[type]}`, -1))
  }

  /** A column for an expression, the same for the same; what is a column already stays so. */
  bind(term: Scalar): Scalar {
    return /^c\d+$/.test(term.sql) ? term : this.#column(term)
  }

  #column(term: Scalar): Scalar {
    const { type, sql, needs } = term
    const known = this.#known.get(sql)
    if (known) return { ...known, type }
    if (this.#count >= MOST.columns || needs >= MOST.passes) throw new Unpushable('SIZE')
    const name = `c${++this.#count}`
    const pass = needs + 1
    while (this.#passes.length <= pass) this.#passes.push(new Map())
    this.#passes[pass]?.set(name, sql)
    const column = scalar(type, name, pass)
    this.#known.set(sql, column)
    return column
  }

  /**
   * @param keep columns of the subjects that stay
   * @param answers what the query yields besides, name by name
   */
  query(
    keep: readonly string[],
    answers: readonly { readonly name: string; readonly sql: string }[],
  ): QueryText<string | typeof SUBJECTS> {
    const kept = keep.map(quoted)
    const inner = this.#live(answers.map(({ sql }) => sql)).reduce((below, { carried, made }, i) => {
      const columns = [...(i === 0 ? kept.map((name) => `subject.${name}`) : kept), ...carried, ...made]
      const from = i === 0 ? `(${MARK}0${MARK}) subject` : `(${below}) p${i - 1}`
      return `select ${columns.join(', ') || '1'} from ${from} offset 0`
    }, '')
    const wanted = [
      ...keep.map((name) => `answered.${quoted(name)}`),
      ...answers.map(({ name, sql }) => `${sql} as ${quoted(name)}`),
    ]
    const text = `select ${wanted.join(', ') || '1'} from (${inner}) answered`
    const pieces = text.split(MARK)
    return {
      texts: pieces.filter((_, i) => i % 2 === 0),
      values: pieces.flatMap((piece, i) => (i % 2 === 1 ? [this.#values[Number(piece)] as string] : [])),
    }
  }

  /** Pass by pass from the lowest: the columns that it hands on, and those that it adds. */
  #live(answers: readonly string[]): readonly { readonly carried: string[]; readonly made: string[] }[] {
    const wanted = new Set(answers.flatMap(namesIn))
    const passes: { carried: string[]; made: string[] }[] = []
    for (const pass of this.#passes.toReversed()) {
      const own = [...pass].filter(([name]) => wanted.has(name))
      for (const [name] of own) wanted.delete(name)
      const carried = [...wanted]
      for (const name of own.flatMap(([, sql]) => namesIn(sql))) wanted.add(name)
      passes.unshift({ carried, made: own.map(([name, sql]) => `${sql} as ${name}`) })
    }
    return passes
  }
}

/** The columns of which an expression speaks. */
const namesIn = (sql: string): readonly string[] => sql.match(/\bc\d+\b/g) ?? []

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
