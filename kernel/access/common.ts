/**
 * Words that passwords are guessed from first. Our own list, short on purpose: a guess is a word, dressed up with
 * capitals, digits and signs, so it is the undressed form that is looked up.
 */
const WORDS = new Set(
  `password passwd pass passport secret admin administrator root user guest test tester testing demo welcome hello
  login signin letmein changeme change default master manager superuser system server office officer staff public
  government iloveyou love money dragon monkey sunshine princess football baseball shadow superman batman
  qwerty qwertyuiop asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qazwsxedc wsxedc qweasd qweasdzxc
  abc abcd abcde abcdef abcdefg abcdefgh aaaa aaaaaa
  woaini woaiwojia mima mimashi yonghu guanliyuan ceshi xitong zhengfu beijing shanghai hangzhou zhejiang
  ningbo yongjiang gaoxin gaoxinqu nbgxq ningbogaoxinqu zhongguo china huawei tencent alibaba taobao
  spring summer autumn winter january february march april june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday computer internet windows oracle mysql postgres
  company enterprise resident gongsi qiye dangan bangong bangongshi`.split(/\s+/),
)

/** Signs that stand for letters in passwords that want to look hard. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
}

/** Rows of the keyboard and the orders that everybody knows, forwards; backwards is the same to a guesser. */
const RUNS = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '!@#$%^&*()']

/** True for a common word however dressed up, and for what is nothing but runs and repetitions. */
export function isCommon(password: string): boolean {
  const small = password.normalize('NFKC').toLowerCase()
  const asLetters = [...small].map((sign) => STANDS_FOR[sign] ?? sign).join('')
  const cores = [small, asLetters, trimmed(small), trimLettered(small)].flatMap((form) => [
    form,
    form.replace(/[^a-z]/g, ''),
  ])
  return cores.some((core) => core !== '' && WORDS.has(core)) || isPattern(small)
}

/** Without the digits and signs before and after the word. */
const trimmed = (word: string): string => word.replace(/^[^a-z]+|[^a-z]+$/g, '')

/** `p@ssw0rd2024!` → `password`: the ends are trimmed before signs are read as letters. */
const trimLettered = (word: string): string =>
  [...trimmed(word)].map((sign) => STANDS_FOR[sign] ?? sign).join('')

/** The number of steps that cannot be foretold from the one before is small. */
function isPattern(word: string): boolean {
  const signs = [...word]
  if (signs.length === 0) return false
  const surprises = signs.filter((sign, at) => {
    const before = signs[at - 1]
    return before === undefined || !(before === sign || follows(before, sign))
  })
  return surprises.length <= 3 || new Set(signs).size <= 4
}

const follows = (a: string, b: string): boolean =>
  RUNS.some((run) => run.includes(a + b) || run.includes(b + a))
