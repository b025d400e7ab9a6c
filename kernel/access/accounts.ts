import { defineRecord, type Row } from '../store/record.ts'
import { text } from '../text.ts'

/** Whose account it is: which rules hold for its password and what it may be given. */
export const ACCOUNT_KINDS = {
  officer: text('工作人员', 'Officer'),
  enterprise: text('企业', 'Enterprise'),
  resident: text('居民', 'Resident'),
} as const
export type AccountKind = keyof typeof ACCOUNT_KINDS

export const ACCOUNT_STATES = {
  active: text('正常', 'Active'),
  locked: text('已停用', 'Locked'),
  closed: text('已注销', 'Closed'),
} as const
export type AccountState = keyof typeof ACCOUNT_STATES

/**
 * Who can sign in. Passwords, TOTP secrets and sessions are in tables that no record declares, so that nothing
 * generic (lists, exports, history, search) can ever reach them.
 */
export const accounts = defineRecord({
  id: 'access.accounts',
  name: text('账号', 'Accounts'),
  about: text('一个可以登录的人或企业', 'A person or an enterprise that can sign in'),
  title: 'display',
  closed: true,
  columns: {
    login: {
      kind: 'text',
      name: text('登录名', 'Login name'),
      help: text('小写，全区唯一', 'Lower case, one in the zone'),
    },
    display: { kind: 'text', name: text('姓名或名称', 'Display name') },
    kind: { kind: 'choice', name: text('类别', 'Kind'), choices: ACCOUNT_KINDS },
    enterprise: {
      kind: 'text',
      format: 'creditCode',
      name: text('统一社会信用代码', 'Unified social credit code'),
      help: text('企业账号所代表的企业', 'The enterprise for which an enterprise account acts'),
      optional: true,
    },
    state: {
      kind: 'choice',
      name: text('状态', 'State'),
      help: text(
        '由管理员停用或注销；登录失败的临时锁定不在此列',
        'Set by an administrator; the short lock after failed sign-ins is not a state',
      ),
      choices: ACCOUNT_STATES,
    },
    created: { kind: 'instant', name: text('开户时间', 'Created') },
  },
  unique: [['login']],
  indexes: [{ on: ['enterprise'] }],
})

export type Account = Row<typeof accounts>

/** One spelling of a login name: full-width letters, capitals and blanks around it are typing, not meaning. */
export const normalLogin = (typed: string): string =>
  // Small letters may come together to one that is written otherwise: a second spelling would have a lock of its own.
  typed.normalize('NFKC').toLowerCase().normalize('NFKC').trim()
