import type { Text } from '../../../../kernel/text.ts'
import { post } from '../../client/fetch.ts'
import { useSay } from '../../i18n/index.ts'
import type { Action } from '../ActionDialog.tsx'
import { A } from '../words.ts'
import type { OneAccount } from './OneAccountPage.tsx'

/** What can be done with an account as it is now. */
export function useAccountActions(account: OneAccount, show: (password: string) => void): readonly Action[] {
  const say = useSay()
  const send = <T>(what: string, body: object = {}) =>
    post<T>(`/api/access/accounts/${encodeURIComponent(account.id)}/${what}`, body)
  const plain = (title: Text, about: Text, what: string): Action => ({
    title: say(title),
    about: say(about),
    fields: [],
    run: () => send(what),
  })
  const becomes = (title: Text, state: string): Action => ({
    title: say(title),
    fields: [{ name: 'why', label: say(A.why) }],
    run: ({ why }) => send('state', { state, why }),
  })
  const isActive = account.state === 'active'
  const reset: Action = {
    title: say(A.resetPassword),
    about: say(A.resetPasswordAbout),
    fields: [],
    run: async () => show((await send<{ password: string }>('reset-password')).password),
  }
  return [
    ...(isActive ? [reset] : []),
    ...(account.locked ? [plain(A.unlock, A.unlockAbout, 'unlock')] : []),
    ...(account.sessions > 0 ? [plain(A.revokeAll, A.revokeAllAbout, 'revoke-sessions')] : []),
    ...(account.totp ? [plain(A.resetTotp, A.resetTotpAbout, 'reset-totp')] : []),
    isActive ? becomes(A.disable, 'locked') : becomes(A.enable, 'active'),
    ...(account.state === 'closed' ? [] : [becomes(A.closeAccount, 'closed')]),
  ]
}
