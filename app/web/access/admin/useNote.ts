import type { Text } from '../../../../kernel/text.ts'
import { useChoices } from '../../client/queries.ts'
import { useSay } from '../../i18n/index.ts'
import { text } from '../../i18n/text.ts'
import { useOffice } from '../../kit/useOffice.ts'

/** What the door writes beside an event. */
const REASONS: Readonly<Record<string, Text>> = {
  gaoxin: text('系统', 'The program'),
  password: text('密码不正确', 'Wrong password'),
  code: text('动态码不正确', 'Wrong code'),
  PASSWORD_WRONG: text('密码不正确', 'Wrong password'),
  TOTP_CODE: text('动态码不正确', 'Wrong code'),
  locked: text('已锁定或停用', 'Locked or disabled'),
  login: text('登录名', 'Login name'),
  address: text('网络地址', 'Address'),
  oidc: text('统一身份认证', 'Identity provider'),
  'password-changed': text('密码已修改', 'Password changed'),
  'password-reset': text('密码已重置', 'Password reset'),
  'totp-removed': text('动态码已解除', 'TOTP removed'),
  'account-locked': text('账号已停用', 'Account disabled'),
  'account-closed': text('账号已注销', 'Account closed'),
  administrator: text('管理员操作', 'By an administrator'),
}

/** Roles, offices and reasons of a note in the language of the screen; what a person wrote stays as it is. */
export function useNote(): (why: string) => string {
  const say = useSay()
  const office = useOffice()
  const { data: choices } = useChoices()
  const named = (word: string) => say(choices?.roles[word] ?? REASONS[word]) || office(word)
  return (why) =>
    why
      .split(/( · | → )/)
      .map(named)
      .join('')
}
