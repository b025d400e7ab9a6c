import type { RawBuilder } from 'kysely'
import type { Role } from '../access/actor.ts'
import type { RecordDefinition } from '../store/index.ts'
import type { Text } from '../text.ts'

/** What a system hands to one of its decisions, by the name of the input in the model. */
export interface DecisionInput {
  /** 万元, %, 人; left out for what is not counted. */
  readonly unit?: string
  /** Left out: said as it is called in the model. */
  readonly name?: Text
  /** Which way it may be advised to move: a fact of the past is not, nor is what nobody should have less of. */
  readonly advise?: 'more' | 'less' | 'never'
}

/** Everybody whom a decision judges. */
export interface Population {
  /** What a subject is; its rows are what names lead to. */
  readonly record: RecordDefinition
  /** What else its inputs are read from: who may not read all of these and of `record` is told of no single subject. */
  readonly sources: readonly RecordDefinition[]
  /**
   * Who is told of one subject though they read only some rows: those to whom `record` grants that row. It is said by
   * whoever knows that all inputs of a subject are read from rows about it alone, which these readers see as well.
   */
  readonly own?: readonly Role[]
  /** One row a subject as things stood on a day: `id`, `title`, and a column for every input, under its name. */
  readonly subjects: (facts: Facts) => RawBuilder<unknown>
}

/** What a population is read from. */
export interface Facts {
  /** YYYY-MM-DD in the world. */
  readonly asOf: string
  /** The rows of a record as they were known when the question is asked of; an alias follows it. */
  readonly rows: (record: RecordDefinition) => RawBuilder<unknown>
}

/** Where in the answer of the model a person finds what matters. */
export interface Outcome {
  /** The entry that says yes or no, or a class; the whole answer when left out. */
  readonly verdict?: string
  /** Its values from the worst to the best for the subject: who moves up wins. */
  readonly order: readonly string[]
  /** The entry that says how much money. */
  readonly money?: { readonly entry: string; readonly unit: string }
}

/**
 * A judgement of the zone: a DMN model that an office edits and dates. What is declared here is its first version;
 * every later one is entered in the zone, so that a new clause is never a change of the program.
 */
export interface Decision {
  /** `system.decision`. */
  readonly id: string
  readonly name: Text
  /** One sentence: what it decides about whom. */
  readonly about: Text
  /** The clause it follows (依据). */
  readonly basis: Text
  /** Its numbers are not from an official source; every page and answer says so. */
  readonly sample?: boolean
  /** The office that keeps it, by id. */
  readonly office: string
  /** The decision of the model whose answer counts. */
  readonly decision: string
  readonly inputs: Readonly<Record<string, DecisionInput>>
  readonly outcome: Outcome
  readonly population: Population
  readonly first: {
    /** DMN 1.3 or later, XML. */
    readonly model: string
    /** YAML, see `cases.ts`. */
    readonly cases: string
    /** YYYY-MM-DD, in force from this day on. */
    readonly from: string
  }
}
