export { builtinScope, type Element, type Model, type ModelOptions, readModel, type Step } from './model.ts'
export type { ModelProblem } from './problems.ts'
export { child, childrenOf, readXml, textOf, type XmlElement } from './xml.ts'
