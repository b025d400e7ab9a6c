import { sql } from 'kysely'
import { type Database, defineRecord, difference, schemaOf } from '../kernel/store/index.ts'
import { text } from '../kernel/text.ts'

/** A record with personal data, for tests of how such data are kept. */
export const keepers = defineRecord({
  id: 'zoo.keepers',
  name: text('饲养员', 'Keepers'),
  about: text('每行一名饲养员', 'One keeper a row'),
  title: 'name',
  grants: [{ roles: ['supervisor'], verbs: ['read'] }],
  columns: {
    name: { kind: 'text', name: text('姓名', 'Name'), personal: 'name' },
    id_number: { kind: 'text', name: text('身份证号', 'Identity number'), personal: 'idNumber' },
    mobile: { kind: 'text', name: text('手机', 'Mobile'), personal: 'mobile', optional: true },
    second_mobile: {
      kind: 'text',
      name: text('备用手机', 'Second mobile'),
      personal: 'mobile',
      optional: true,
    },
    cage: { kind: 'text', name: text('笼舍', 'Cage') },
  },
  unique: [['id_number']],
})

/** Its table, watched like any other. */
export async function createKeepers(db: Database): Promise<void> {
  await sql`create schema zoo`.execute(db)
  for (const statement of difference({}, schemaOf([keepers])).sql) await sql.raw(statement).execute(db)
  await sql`select audit.watch(${keepers.id})`.execute(db)
}

/** Invented numbers whose check digits are right. */
export const WANG = { name: '王小明', id_number: '11010519491231002X', mobile: '13812345678', cage: '甲' }
export const LI = { name: '李娜', id_number: '440524188001010014', mobile: '13987654321', cage: '乙' }
