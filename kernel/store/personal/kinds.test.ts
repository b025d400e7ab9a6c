import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCreditCode, isIdNumber, PERSONAL, type PersonalKind, passesLuhn } from './kinds.ts'

const DIGITS = '0123456789'
const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const digits = (length: number) =>
  fc.array(fc.constantFrom(...DIGITS), { minLength: length, maxLength: length }).map((all) => all.join(''))
/** The last character that makes it valid: exactly one does, which is itself worth knowing. */
const completed = (body: string, last: string, valid: (value: string) => boolean): string => {
  const found = [...last].filter((one) => valid(body + one))
  expect(found).toHaveLength(1)
  return body + found[0]
}

const idNumbers = fc
  .tuple(
    fc.constantFrom('110105', '330203', '440524', '650102', '810000', '932100'),
    fc.date({ min: new Date('1900-01-01'), max: new Date('2024-11-15'), noInvalidDate: true }),
    digits(3),
  )
  .map(([place, born, order]) =>
    completed(place + born.toISOString().slice(0, 10).replaceAll('-', '') + order, `${DIGITS}X`, isIdNumber),
  )
const cards = fc
  .tuple(fc.constantFrom('62', '4', '5'), digits(14))
  .map(([head, rest]) =>
    completed(head + rest, DIGITS, (value) => PERSONAL.bankAccount.check(value) && passesLuhn(value)),
  )
const creditCodes = fc
  .tuple(digits(6), fc.array(fc.constantFrom(...CREDIT), { minLength: 9, maxLength: 9 }))
  .map(([region, body]) => completed(`91${region}${body.join('')}`, CREDIT, isCreditCode))
const mobiles = digits(9).map((rest) => `13${rest}`)
const names = fc
  .array(fc.constantFrom(...'王欧阳小明娜'), { minLength: 2, maxLength: 5 })
  .map((all) => all.join(''))
const emails = fc.tuple(fc.stringMatching(/^[a-z0-9]{1,20}$/)).map(([local]) => `${local}@example.com`)

const VALID: Readonly<Record<PersonalKind, fc.Arbitrary<string>>> = {
  idNumber: idNumbers,
  mobile: mobiles,
  bankAccount: cards,
  secret: fc.stringMatching(/^[A-Za-z0-9+/]{16,80}$/),
  companyAccount: fc.integer({ min: 9, max: 32 }).chain(digits),
  creditCode: creditCodes,
  email: emails,
  name: names,
}

describe('published examples', () => {
  it('of GB 11643', () => {
    expect(isIdNumber('11010519491231002X')).toBe(true)
    expect(isIdNumber('440524188001010014')).toBe(true)
    expect(isIdNumber('110105194912310021')).toBe(false)
  })

  it('of GB 32100', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true)
    expect(isCreditCode('91350100M000100Y44')).toBe(false)
  })

  it('of ISO/IEC 7812', () => {
    expect(passesLuhn('79927398713')).toBe(true)
    expect([...DIGITS].filter((last) => passesLuhn(`7992739871${last}`))).toEqual(['3'])
    expect(PERSONAL.bankAccount.check('6250941006528599')).toBe(true)
  })
})

describe('an identity number', () => {
  it('has a birth date that exists', () => {
    const dated = (date: string) => [...DIGITS, 'X'].some((last) => isIdNumber(`330203${date}001${last}`))
    expect(['20000229', '19840630'].map(dated)).toEqual([true, true])
    expect(['19000229', '19840631', '19841301', '19840600', '17990101'].map(dated)).not.toContain(true)
  })

  it('has a place that exists', () => {
    const placed = (place: string) =>
      [...DIGITS, 'X'].some((last) => isIdNumber(`${place}19900101001${last}`))
    expect(['330203', '830000', '911100'].map(placed)).toEqual([true, true, true])
    expect(['000000', '160000', '990000'].map(placed)).not.toContain(true)
  })
})

/** Any character of the kind's alphabet put in the place of any other. */
const wrong = (valid: fc.Arbitrary<string>, alphabet: (index: number) => string) =>
  valid.chain((value) =>
    fc
      .nat(value.length - 1)
      .chain((index) =>
        fc
          .constantFrom(...[...alphabet(index)].filter((one) => one !== value[index]))
          .map((one) => value.slice(0, index) + one + value.slice(index + 1)),
      ),
  )

describe('any single wrong character is found', () => {
  it.each<[PersonalKind, (index: number) => string]>([
    ['idNumber', (index) => (index === 17 ? `${DIGITS}X` : DIGITS)],
    ['creditCode', (index) => (index >= 2 && index < 8 ? DIGITS : CREDIT)],
    ['bankAccount', () => DIGITS],
  ])('in %s', (kind, alphabet) => {
    fc.assert(fc.property(wrong(VALID[kind], alphabet), (value) => !PERSONAL[kind].check(value)))
  })

  it('and so are two neighbours of an identity number that traded places', () => {
    fc.assert(
      fc.property(idNumbers, fc.nat(15), (value, at) => {
        fc.pre(value[at] !== value[at + 1])
        const swapped = value.slice(0, at) + value[at + 1] + value[at] + value.slice(at + 2)
        return !isIdNumber(swapped)
      }),
    )
  })
})

describe.each(Object.keys(PERSONAL) as PersonalKind[])('%s', (kind) => {
  const { normalise, check, mask } = PERSONAL[kind]

  it('accepts what is valid, and what is normalised stays so', () => {
    fc.assert(
      fc.property(
        VALID[kind],
        (value) => check(normalise(value)) && normalise(value) === normalise(normalise(value)),
      ),
    )
  })

  it('is the same value however it is typed', () => {
    const typed = (value: string) =>
      kind === 'name' || kind === 'email' || kind === 'secret'
        ? ` ${value}　`
        : ` ${value.slice(0, 3)} ${[...value.slice(3, 8)].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join('')}-${value.slice(8).toLowerCase()}`
    fc.assert(fc.property(VALID[kind], (value) => normalise(typed(value)) === value))
  })

  it('is hidden, and the mask is no value that could be entered', () => {
    fc.assert(
      fc.property(VALID[kind], (value) => {
        const masked = mask(value)
        expect(masked).toContain('**')
        expect(check(normalise(masked))).toBe(false)
      }),
    )
  })
})

it('hides what is agreed', () => {
  const masked = (kind: PersonalKind, value: string) => PERSONAL[kind].mask(value)
  expect(masked('idNumber', '11010519491231002X')).toBe('110***********002X')
  expect(masked('mobile', '13812345678')).toBe('138****5678')
  expect(masked('bankAccount', '6250941006528599')).toBe('6250********8599')
  expect(masked('companyAccount', '123456789')).toBe('12***6789')
  expect(masked('creditCode', '91350100M000100Y43')).toBe('9135**********0Y43')
  expect(masked('email', 'zhang.san@example.com')).toBe('z***@example.com')
  expect(masked('email', 'zs@example.com')).toBe('***@example.com')
  expect([masked('name', '王小明'), masked('name', '𠮷田')]).toEqual(['王**', '𠮷**'])
})

it('reads a mobile number with the country before it, and an address in capitals', () => {
  expect(['+86 138-1234-5678', '008613812345678', '8613812345678'].map(PERSONAL.mobile.normalise)).toEqual(
    Array(3).fill('13812345678'),
  )
  expect(PERSONAL.email.normalise(' Zhang@Example.COM ')).toBe('zhang@example.com')
  expect(PERSONAL.name.normalise('买买提・艾力')).toBe('买买提·艾力')
})
