import { text } from '../../../../i18n/text.ts'

export const F = {
  form: text('表单', 'Form'),
  none: text('这一版没有表单', 'This version has no forms'),
  newKey: text('新表单的键名', 'Key of a new form'),
  add: text('新建表单', 'New form'),
  remove: text('删除表单', 'Delete the form'),
} as const
