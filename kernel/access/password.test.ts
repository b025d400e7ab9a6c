import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seeded } from './access.fixture.ts'
import { hashPassword, isOutdated, matchesHash, NOBODYS_HASH } from './hash.ts'
import { checkPassword, mustChange, temporaryPassword } from './password.ts'
import { DEFAULT_POLICY } from './policy.ts'

const { officer, resident } = DEFAULT_POLICY.password
const reasons = (password: string, rule = officer, login = 'chenyi') =>
  checkPassword(password, rule, login).map(({ zh }) => zh)

describe('a password', () => {
  it.each(['Tram-Violet-39x', '九龙湖畔Walk2026', 'kR7#vm2Qz!pw', '雨后的桥 7 bridges X'])(
    '%s is taken',
    (password) => {
      expect(reasons(password)).toEqual([])
    },
  )

  it.each([
    ['Kx7#mPq2', '至少 12 个字符，现在是 8 个'],
    ['tramvioletzoo9', '小写字母、大写字母、数字、其他符号中至少要有 3 类，现在是 2 类'],
    ['X-Chenyi-39-tram', '不能包含登录名'],
    ['X-iyNehc-39-tram', '不能包含登录名'],
    ['Password2024!', '是常见密码，容易被猜中'],
    ['P@ssw0rd2024!', '是常见密码，容易被猜中'],
    ['NingboGaoxinqu@1', '是常见密码，容易被猜中'],
    ['Qwertyuiop123!', '是常见密码，容易被猜中'],
    ['Aaaaaaaaaaaa1!', '是常见密码，容易被猜中'],
    ['1234567890Abc!', '是常见密码，容易被猜中'],
    ['Ｐａｓｓｗｏｒｄ２０２４！', '是常见密码，容易被猜中'],
  ])('%s is not taken', (password, reason) => {
    expect(reasons(password)).toContain(reason)
  })

  it('of eight characters is enough for a resident, and every reason is said at once', () => {
    expect(reasons('Kx7#mPq2', resident)).toEqual([])
    expect(reasons('chenyi')).toHaveLength(3)
    expect(reasons(`Kx7#mPq2${'字'.repeat(200)}`)).toEqual(['至多 128 个字符'])
    expect(reasons('Kx7#mPq2\nvw8T')).toEqual(['不能含有控制字符'])
  })

  it('whatever it is: what is taken is long and mixed enough, in any writing', () => {
    // Any writing at all seldom has what a rule asks for; what a keyboard types does often enough to be tried.
    const any = fc
      .tuple(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ minLength: 6, maxLength: 30 }))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(any, (password) => {
        fc.pre(reasons(password).length === 0)
        const normal = password.normalize('NFKC')
        expect([...normal].length).toBeGreaterThanOrEqual(12)
        expect(new Set([...normal]).size).toBeGreaterThan(4)
      }),
    )
    fc.assert(
      fc.property(fc.string({ maxLength: 11 }), (password) => {
        expect(reasons(password)).not.toEqual([])
      }),
    )
  })

  it('to hand over fits every rule', () => {
    const rules = [officer, resident, { ...officer, classes: 4, length: 30 }]
    for (const rule of rules)
      for (let n = 0; n < 100; n++) {
        const made = temporaryPassword(rule, seeded(`temporary ${n}`))
        expect(reasons(made, rule)).toEqual([])
      }
    expect(temporaryPassword(officer, seeded('a'))).not.toBe(temporaryPassword(officer, seeded('b')))
  })

  it('is due after 90 days, and at once when somebody else set it', () => {
    const set = { set_at: '2026-01-01T00:00:00.000Z', temporary: false }
    expect(mustChange(set, officer, '2026-03-31T23:59:59.999Z')).toBe(false)
    expect(mustChange(set, officer, '2026-04-01T00:00:00.000Z')).toBe(true)
    expect(mustChange({ ...set, temporary: true }, officer, set.set_at)).toBe(true)
  })
})

describe('a hash', () => {
  it('is argon2id with the stated parameters, salted, and matches its password only', async () => {
    const [one, two] = await Promise.all([
      hashPassword('雨后的桥7A', randomBytes),
      hashPassword('雨后的桥7A', randomBytes),
    ])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(two)
    expect(await matchesHash(one, '雨后的桥7Ａ')).toBe(true)
    expect(await matchesHash(one, '雨后的桥7B')).toBe(false)
    expect(await matchesHash(one, 'x'.repeat(5000))).toBe(false)
  })

  it('of nobody costs what the others cost and matches nothing, its own password included', async () => {
    expect(isOutdated(NOBODYS_HASH)).toBe(false)
    expect(await matchesHash(undefined, 'x')).toBe(false)
    expect(isOutdated(NOBODYS_HASH.replace('m=19456', 'm=9216'))).toBe(true)
  })
})
