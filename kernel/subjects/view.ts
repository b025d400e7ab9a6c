import type { RawBuilder } from 'kysely'
import type { DecisionInput, Facts } from '../rules/index.ts'
import type { RecordDefinition } from '../store/index.ts'
import type { Text } from '../text.ts'

/** Those whom rules judge, as the system that keeps their register declares them: 企业. */
export interface SubjectRegister {
  readonly record: RecordDefinition
  /** The column by whose value systems that do not refer to its rows know a subject: 统一社会信用代码. */
  readonly key: string
  /** Who is there on the day; the register's rows go by `s`. */
  readonly there: (facts: Facts) => RawBuilder<unknown>
}

/** One thing that a rule may ask about a subject. */
export interface Trait extends DecisionInput {
  readonly name: Text
  readonly kind: 'number' | 'string' | 'boolean' | 'date'
  /** Of texts: what may stand there. */
  readonly choices?: Readonly<Record<string, Text>>
  /** Over the view's rows of one subject, an aggregate: `sum(f.value)`. Of a view without rows: a column of the register, `s`. */
  readonly value: (facts: Facts) => RawBuilder<unknown>
  /** What it is of a subject without a row; null, which is not known and no zero, when left out. */
  readonly none?: boolean | number
}

/**
 * A declared view: what one system knows of subjects, by the names under which any rule of any system asks for it.
 * So systems that never import each other judge by one another's records.
 */
export interface SubjectView {
  /** The register's record, by id. */
  readonly of: string
  /** What it is read from besides the register: who may not read these is not told of single subjects. */
  readonly sources: readonly RecordDefinition[]
  /** Left out: the register's own columns. */
  readonly rows?: {
    /** `from … f where …` */
    readonly from: (facts: Facts) => RawBuilder<unknown>
    /** The column of these rows that says whose they are. */
    readonly subject: RawBuilder<unknown>
    /** Whether that column holds the id or the key of a row of the register. */
    readonly by: 'id' | 'key'
  }
  /** By the name that rules use, as in 研发费用; one name, one meaning in the whole zone. */
  readonly traits: Readonly<Record<string, Trait>>
}
