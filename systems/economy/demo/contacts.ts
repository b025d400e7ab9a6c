/** Contacts of the demonstration's units: nobody is called so, and the numbers are counted up. */
import { random } from '../../../kernel/sample/random.ts'
import type { Unit } from './units.ts'

const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗']
const WITH_CONTACTS = new Set<Unit['kind']>(['industrial', 'trade', 'service', 'institute', 'project'])

export function makeContacts(units: readonly Unit[], seed: number): Record<string, unknown>[] {
  const { pick } = random(seed, 'contacts')
  let count = 0
  return units
    .filter(({ kind }) => WITH_CONTACTS.has(kind))
    .flatMap(({ id, since }) =>
      (['head', 'filer'] as const).map((duty) => {
        const number = String(count++)
        return {
          id: `${id}-${duty}`,
          unit: id,
          duty,
          name: `${pick(SURNAMES)}示例`,
          mobile: `199${number.padStart(8, '0')}`,
          email: duty === 'filer' ? `tj${number}@example.com` : null,
          recorded_at: `${since}-01T09:00:00+08:00`,
          synthetic: true,
        }
      }),
    )
}
