export { type AnnotateOptions, annotate, valueWords } from './annotate.ts'
export { CHECKS, type Filled } from './checks.ts'
export { displayWidth } from './columns.ts'
export { toDocx } from './docx.ts'
export * from './draft.ts'
export { BLANK, fill, ownValues, type Period, type SlotValue } from './fill.ts'
export { toHtml } from './html.ts'
export { toJson } from './json.ts'
export { KIND_WORDS } from './kindWords.ts'
export { toMarkdown } from './markdown.ts'
export { hanNumber, type NumberForm, numberForm, writeNumber } from './numberForm.ts'
export { shiftYears } from './period.ts'
export { toTable } from './table.ts'
export {
  makeTemplate,
  type Part,
  reportYear,
  type Slot,
  type Template,
  type TemplateBlock,
  type TemplateSentence,
} from './template.ts'
