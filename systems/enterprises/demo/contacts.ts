/** Contacts of the demonstration's firms: nobody is called so, and the numbers are counted up. */
import { random } from '../../../kernel/sample/random.ts'
import { type Entity, SURNAMES } from './register.ts'

/** Of firms that are there; who is registered twice is called once. */
export function withContacts(
  register: readonly Entity[],
  seed: number,
): readonly (Entity & { readonly contact: string | null })[] {
  const { pick } = random(seed, 'enterprise contacts')
  let count = 0
  return register.map((entity) =>
    entity.kind === 'enterprise' && entity.cancelled_on === null && !entity.id.endsWith('-again')
      ? {
          ...entity,
          contact: `${pick(SURNAMES)}示例`,
          mobile: `198${String(count++).padStart(8, '0')}`,
        }
      : { ...entity, contact: null },
  )
}
