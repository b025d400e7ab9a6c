import type { Account } from './accounts.ts'
import type { Actor } from './actor.ts'
import { type ActingPost, actorBy } from './delegation.ts'

/** By which of the posts held now a person acts: the one chosen, as long as it is held, else the first. */
export const chosenPost = (held: readonly ActingPost[], chosen: string | null): ActingPost | undefined =>
  held.find(({ post }) => post.id === chosen) ?? held[0]

/**
 * Who acts, when an account has signed in. An officer acts by one of the posts held now and is a visitor without any;
 * an enterprise's account acts for its one enterprise, a resident for themselves.
 */
export function actingAs(
  account: Pick<Account, 'id' | 'display' | 'kind' | 'enterprise'>,
  held: readonly ActingPost[],
  chosen: string | null,
): Actor {
  const nobody = { id: account.id, name: account.display, office: '' }
  if (account.kind === 'resident') return { ...nobody, role: 'resident' }
  if (account.kind === 'enterprise')
    return {
      ...nobody,
      role: 'enterprise',
      ...(account.enterprise ? { enterprise: account.enterprise } : {}),
    }
  const post = chosenPost(held, chosen)
  return post ? actorBy(account, post) : { ...nobody, role: 'visitor' }
}
