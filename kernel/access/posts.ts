import { defineRecord, type Row } from '../store/record.ts'
import { text } from '../text.ts'
import { accounts } from './accounts.ts'
import { ROLES } from './actor.ts'

const { visitor: _visitor, guest: _guest, enterprise: _enterprise, resident: _resident, ...HELD } = ROLES

/** What a post can be: every role of the zone's own people. */
export const POST_ROLES = HELD
export type PostRole = keyof typeof POST_ROLES

/** The posts of people. A person may hold several, and may lend one of them to another person for a while. */
export const posts = defineRecord({
  id: 'access.posts',
  name: text('岗位', 'Posts'),
  about: text('一个人在一段时间内担任的一个岗位', 'A post that a person holds for some time'),
  title: 'role',
  closed: true,
  columns: {
    account: { kind: 'reference', name: text('账号', 'Account'), record: accounts.id },
    office: { kind: 'office', name: text('机构', 'Office') },
    role: { kind: 'choice', name: text('角色', 'Role'), choices: POST_ROLES },
    grid: {
      kind: 'text',
      format: 'grid',
      name: text('网格', 'Grid'),
      help: text(
        '所负责的网格；写到街道、社区，即包括其下所有网格',
        'The grid it looks after; a code of a street or community stands for every cell in it',
      ),
      optional: true,
    },
    from: { kind: 'date', name: text('自', 'From') },
    to: {
      kind: 'date',
      name: text('至（不含）', 'Until'),
      help: text('不再担任的第一天；代理岗位必须填写', 'The first day without it; a lent post must have one'),
      optional: true,
    },
    delegated_by: {
      kind: 'reference',
      name: text('代理自岗位', 'Lent from post'),
      help: text('出差、休假时把岗位交人代理', 'A post lent while its holder is away'),
      record: 'access.posts',
      optional: true,
    },
  },
  indexes: [{ on: ['account'] }, { on: ['delegated_by'] }],
  valid: { from: 'from', to: 'to' },
})

export type Post = Row<typeof posts>
