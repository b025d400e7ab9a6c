import { type Text, text } from '../text.ts'
import { isCommon } from './common.ts'
import type { PasswordRule } from './policy.ts'

/** A longer one is refused: hashing must not become work that a stranger can order by the megabyte. */
const LONGEST = 128

const CLASSES: readonly RegExp[] = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u]

/** What is hashed and checked: full-width letters of a Chinese keyboard are the plain ones. */
export const normalPassword = (typed: string): string => typed.normalize('NFKC')

/**
 * Why a password is not taken; none when it is. That it is none of the last ones only the store can tell
 * (`changePassword`).
 * @param login the login name of its account, normal form
 */
export function checkPassword(typed: string, rule: PasswordRule, login: string): readonly Text[] {
  const password = normalPassword(typed)
  const length = [...password].length
  const classes = CLASSES.filter((one) => one.test(password)).length
  const reasons: (Text | false)[] = [
    length < rule.length &&
      text(
        `至少 ${rule.length} 个字符，现在是 ${length} 个`,
        `At least ${rule.length} characters, not ${length}`,
      ),
    length > LONGEST && text(`至多 ${LONGEST} 个字符`, `At most ${LONGEST} characters`),
    classes < rule.classes &&
      text(
        `小写字母、大写字母、数字、其他符号中至少要有 ${rule.classes} 类，现在是 ${classes} 类`,
        `At least ${rule.classes} of small letters, capitals, digits and other signs, not ${classes}`,
      ),
    /\p{Cc}/u.test(password) && text('不能含有控制字符', 'No control characters'),
    holdsLogin(password, login) && text('不能包含登录名', 'It must not hold the login name'),
    isCommon(password) && text('是常见密码，容易被猜中', 'It is a common password that is easily guessed'),
  ]
  return reasons.filter((reason) => reason !== false)
}

function holdsLogin(password: string, login: string): boolean {
  const small = password.toLowerCase()
  const backwards = [...login].reverse().join('')
  // A name of one or two letters is found in any word by chance.
  if (login.length < 3) return small === login
  return small.includes(login) || small.includes(backwards)
}

/** True when a password must be changed before anything else is done. */
export const mustChange = (
  password: { readonly set_at: string; readonly temporary: boolean },
  rule: PasswordRule,
  now: string,
): boolean => password.temporary || Date.parse(now) - Date.parse(password.set_at) >= rule.days * 86_400_000

/** Signs that are not misread on paper. */
const CLEAR = ['abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789'] as const

/** A first password to hand over, of three kinds of characters; its person changes it at the first sign-in. */
export function temporaryPassword(rule: PasswordRule, random: (bytes: number) => Uint8Array): string {
  const length = Math.max(rule.length, 12)
  const bytes = random(length)
  const signs = [...bytes].map((byte, at) => {
    const kind = CLEAR[at % CLEAR.length] ?? CLEAR[0]
    return kind[byte % kind.length] ?? ''
  })
  // A hyphen is the fourth kind, for a rule that asks for it.
  return signs.join('').replace(/(.{6})(?=.)/g, '$1-')
}
