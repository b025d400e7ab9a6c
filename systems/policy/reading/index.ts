/** 政策文件 → 条款 → 颗粒: read by the machine, confirmed by a person. */
export { type Clause, type PaperHead, type PolicyPaper, readPolicy } from './clauses.ts'
export { CITED, missingIn, type Proposal, type ProposedCriterion, proposalsOf } from './propose.ts'
export { type Known, type Vocabulary, vocabularyOf } from './vocabulary.ts'
