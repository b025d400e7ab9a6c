import { type Text, text } from '../../text.ts'

/**
 * What a column may hold about a person (or, with `creditCode`, about a one-person business), and how such a value
 * is written, checked and hidden. Pure: nothing here knows a key, a clock or a database.
 */
export type PersonalKind =
  | 'idNumber'
  | 'mobile'
  | 'bankAccount'
  | 'companyAccount'
  | 'secret'
  | 'creditCode'
  | 'email'
  | 'name'

export interface PersonalRule {
  readonly name: Text
  /** What is asked for when a value does not fit. */
  readonly format: Text
  /** One way of writing for everything that means the same: what is kept, and what is searched by. */
  readonly normalise: (given: string) => string
  /** Whether a normalised value can be one. */
  readonly check: (value: string) => boolean
  /** A normalised value with its telling part hidden. */
  readonly mask: (value: string) => string
}

/** Full-width digits and letters as people type them in Chinese, and every blank and dash, mean nothing. */
const compact = (given: string): string =>
  given
    .replace(/[！-～]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000\-‐‑–—]/g, '')

const keep = (value: string, head: number, tail: number): string =>
  value.slice(0, head) +
  '*'.repeat(Math.max(value.length - head - tail, 3)) +
  value.slice(value.length - tail)

/** No value of any kind has a star in it, and every mask has: so a masked value that comes back is told apart. */
export const isMasked = (given: string): boolean => given.includes('*')

export const PERSONAL: Readonly<Record<PersonalKind, PersonalRule>> = {
  idNumber: {
    name: text('居民身份证号码', 'Identity number'),
    format: text('18 位居民身份证号码', 'an 18-digit identity number'),
    normalise: (given) => compact(given).toUpperCase(),
    check: isIdNumber,
    mask: (value) => keep(value, 3, 4),
  },
  mobile: {
    name: text('手机号', 'Mobile number'),
    format: text('11 位手机号', 'an 11-digit mobile number'),
    normalise: (given) => compact(given).replace(/^(?:\+|00)?86(?=1\d{10}$)/, ''),
    check: (value) => /^1[3-9]\d{9}$/.test(value),
    mask: (value) => keep(value, 3, 4),
  },
  bankAccount: {
    name: text('银行卡号', 'Bank card number'),
    format: text('16 至 19 位银行卡号', 'a bank card number of 16 to 19 digits'),
    normalise: compact,
    check: (value) => /^[1-9]\d{15,18}$/.test(value) && passesLuhn(value),
    mask: (value) => keep(value, 4, 4),
  },
  // Each bank numbers the accounts of companies in its own way: no length and no check digit is common to them.
  companyAccount: {
    name: text('对公账号', 'Bank account of a company'),
    format: text('9 至 32 位数字的对公账号', 'a company’s account number of 9 to 32 digits'),
    normalise: compact,
    check: (value) => /^\d{9,32}$/.test(value),
    mask: (value) => keep(value, 2, 4),
  },
  // Tells of nobody, and is kept like what does: keys that the zone signs with.
  secret: {
    name: text('密钥', 'Secret'),
    format: text('16 至 4096 个 base64 字符', '16 to 4096 characters of base64'),
    normalise: compact,
    check: (value) => /^[\w+/=]{16,4096}$/.test(value),
    mask: () => '***',
  },
  creditCode: {
    name: text('统一社会信用代码', 'Unified social credit code'),
    format: text('18 位统一社会信用代码', 'an 18-character unified social credit code'),
    normalise: (given) => compact(given).toUpperCase(),
    check: isCreditCode,
    mask: (value) => keep(value, 4, 4),
  },
  email: {
    name: text('电子邮箱', 'E-mail address'),
    format: text('电子邮箱，如 name@example.com', 'an address such as name@example.com'),
    // The part before the @ may mean two boxes in two cases; nobody runs such a server.
    normalise: (given) => given.trim().toLowerCase(),
    check: (value) =>
      value.length <= 254 && /^[^\s@*"(),:;<>[\]\\|]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z]{2,63}$/.test(value),
    mask: (value) => {
      const at = value.lastIndexOf('@')
      // Of one or two characters the first would be half the secret.
      return `${at > 2 ? value.slice(0, 1) : ''}***${value.slice(at)}`
    },
  },
  name: {
    name: text('姓名', 'Name of a person'),
    format: text('姓名，2 至 100 个字', 'a name of 2 to 100 characters'),
    // Only the dot of transcribed names has several codes; no Unicode form is applied, since it would exchange
    // rare characters for others that the person does not write.
    normalise: (given) =>
      given
        .trim()
        .replace(/[•・‧∙．]/g, '·')
        .replace(/\s+/g, ' '),
    check: (value) => /^[\p{L}\p{M}][\p{L}\p{M}·.'’ -]{1,99}$/u.test(value),
    // Always two stars: the length of a name says something, too.
    mask: (value) => `${[...value][0] ?? ''}**`,
  },
}

/** Weights and check characters of GB 11643 (ISO 7064, MOD 11-2). */
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const ID_CHECKS = '10X98765432'

/** Two digits that a place may begin with; 9 and the first digit of a province for foreigners who live here. */
const ID_PLACES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[1-8])/

/** 居民身份证号码, GB 11643: the place's beginning, a date that exists, the check character. */
export function isIdNumber(value: string): boolean {
  const date = /^\d{6}((?:18|19|20)\d{2})(\d{2})(\d{2})\d{3}[\dX]$/.exec(value)
  if (!date || !ID_PLACES.test(value)) return false
  const [year, month, day] = date.slice(1).map(Number) as [number, number, number]
  const born = new Date(Date.UTC(year, month - 1, day))
  if (born.getUTCMonth() !== month - 1 || born.getUTCDate() !== day) return false
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(value[index]), 0)
  return value[17] === ID_CHECKS[sum % 11]
}

/** The 31 characters of GB 32100: no I, O, S, V, Z, which are misread. */
const CREDIT_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** 统一社会信用代码, GB 32100. */
export function isCreditCode(value: string): boolean {
  return (
    /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(value) && value[17] === creditCheck(value)
  )
}

/** The check character of a 统一社会信用代码, from its first 17: weights 3ⁿ mod 31. */
export function creditCheck(value: string): string {
  let [sum, weight] = [0, 1]
  for (const character of value.slice(0, 17)) {
    sum += CREDIT_CHARACTERS.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return CREDIT_CHARACTERS.charAt((31 - (sum % 31)) % 31)
}

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** The check character of an organisation's code (GB 11714) from its first eight: the nine characters within a credit code. */
export function organisationCheck(body: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, at) => total + weight * Number.parseInt(body.charAt(at), 36),
    0,
  )
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : String(check % 11)
}

/** The check digit of card numbers (ISO/IEC 7812-1). */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
