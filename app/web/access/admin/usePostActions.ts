import { get, post as send } from '../../client/fetch.ts'
import { useMeta } from '../../client/queries.ts'
import { useSay } from '../../i18n/index.ts'
import { useOffice } from '../../kit/useOffice.ts'
import type { Action } from '../ActionDialog.tsx'
import { A } from '../words.ts'
import type { OneAccount } from './OneAccountPage.tsx'
import { useOptions } from './useOptions.ts'

type Post = OneAccount['posts'][number]

/** Giving a post, ending it, lending it. */
export function usePostActions(account: OneAccount) {
  const say = useSay()
  const office = useOffice()
  const options = useOptions()
  const { data: meta } = useMeta()
  const today = meta?.zone.today ?? ''
  const path = (post: Post, what: string) => `/api/access/posts/${encodeURIComponent(post.id)}/${what}`
  const grid = (initial = '') => ({
    name: 'grid',
    label: say(A.grid),
    help: say(A.gridHelp),
    optional: true,
    initial,
  })
  const give: Action = {
    title: say(A.give),
    fields: [
      {
        name: 'office',
        label: say(A.office),
        options: (meta?.offices ?? []).map(({ id }) => [id, office(id, 'full')] as const),
      },
      { name: 'role', label: say(A.role), options: options('postRoles') },
      grid(),
      { name: 'from', label: say(A.from), kind: 'date', initial: today },
      { name: 'to', label: say(A.to), help: say(A.toHelp), kind: 'date', optional: true },
    ],
    run: ({ to, grid, ...values }) =>
      send(`/api/access/accounts/${encodeURIComponent(account.id)}/posts`, {
        ...values,
        grid: grid || null,
        to: to || null,
      }),
  }
  const changeGrid = (post: Post): Action => ({
    title: say(A.changeGrid),
    fields: [grid(post.grid ?? '')],
    run: (values) => send(path(post, 'grid'), { grid: values.grid || null }),
  })
  const end = (post: Post): Action => ({
    title: say(A.end),
    about: say(A.endAbout),
    fields: [{ name: 'until', label: say(A.to), kind: 'date', initial: today }],
    run: (values) => send(path(post, 'end'), values),
  })
  const lend = (post: Post): Action => ({
    title: say(A.lend),
    about: say(A.lendAbout),
    fields: [
      { name: 'borrower', label: say(A.borrower) },
      { name: 'from', label: say(A.from), kind: 'date', initial: later(today, post.from) },
      { name: 'until', label: say(A.to), kind: 'date' },
    ],
    run: async ({ borrower = '', ...days }) => {
      const to = await accountOf(borrower)
      if (!to) throw say(A.noBorrower)
      return send(path(post, 'lend'), { to, ...days })
    },
  })
  return { give, changeGrid, end, lend }
}

/** Of two days. */
const later = (one: string, other: string): string => (one.localeCompare(other) < 0 ? other : one)

async function accountOf(login: string): Promise<string | undefined> {
  const wanted = login.trim().toLowerCase()
  const { rows } = await get<{ rows: { id: string; login: string }[] }>('/api/access/accounts', {
    q: wanted,
    limit: 200,
  })
  return rows.find((row) => row.login === wanted)?.id
}
