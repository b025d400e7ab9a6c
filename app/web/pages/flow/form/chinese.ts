import { speak } from './speak.ts'

/** What form-js says of a value, in Chinese: it knows no languages, so its answers are put into words again. */
const SAYS: readonly (readonly [RegExp, string])[] = [
  [/^Field is required\.$/, '必须填写'],
  [/^Value is not a number\.$/, '应为数字'],
  [/^Value is expected to be an integer\.$/, '应为整数'],
  [/^Value is expected to have at most (\S+) decimal digits?\.$/, '最多$1位小数'],
  [/^Please select a valid value, the two nearest valid values are (\S+) and (\S+)\.$/, '最接近的值是$1和$2'],
  [/^Field must match pattern .*\.$/, '格式不符'],
  [/^Field must have minimum value of (.+)\.$/, '不能小于$1'],
  [/^Field must have maximum value of (.+)\.$/, '不能大于$1'],
  [/^Field must have minimum length of (.+)\.$/, '至少$1个字'],
  [/^Field must have maximum length of (.+)\.$/, '不能超过$1个字'],
  [/^Field must be a valid {2}international phone number\..*$/, '不是有效的电话号码'],
  [/^Field must be a valid email\.$/, '不是有效的邮箱'],
]

export function inChinese(says: string): string {
  const [pattern, words] = SAYS.find(([each]) => each.test(says)) ?? []
  return pattern && words ? says.replace(pattern, words) : says
}

interface Validator {
  validateFieldInstance: (instance: object, value: unknown) => string[]
}

/** Words of form-js's own on the screen. */
const SHOWN: Readonly<Record<string, string>> = {
  Search: '搜索',
  Select: '请选择',
  'No results': '没有结果',
  'Nothing to show.': '没有内容',
  Browse: '选择文件',
}

/** Lets a form in a box speak Chinese. @returns what ends it */
export function speakChinese(form: { get: <T>(name: string) => T }, box: HTMLElement): () => void {
  const validator = form.get<Validator>('validator')
  const check = validator.validateFieldInstance.bind(validator)
  validator.validateFieldInstance = (instance, value) => check(instance, value).map(inChinese)
  return speak(box, SHOWN)
}
