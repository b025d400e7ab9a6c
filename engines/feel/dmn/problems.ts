/** What is wrong with a model, as data; words for it are made where people read them. */
export interface ModelProblem {
  readonly code:
    | 'XML'
    | 'EXPECTED'
    | 'UNKNOWN_NAME'
    | 'UNKNOWN_TYPE'
    | 'TEXT_OPEN'
    | 'BAD_LITERAL'
    | 'TOO_DEEP'
    | 'NO_LOGIC'
    | 'MISSING_REQUIREMENT'
    | 'CIRCLE'
    | 'NOT_FEEL'
    | 'MISSING_IMPORT'
  /** What was expected, or the name that is unknown. */
  readonly what: string
  /** id of the element in the file. */
  readonly element: string | undefined
  /** For people: the decision, and within it the column or rule. */
  readonly place: string
  readonly expression?: string
  readonly start?: number
  readonly end?: number
}
