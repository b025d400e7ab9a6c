import type { Problem } from './fetch.ts'

/** What a page proves its changes with: the cookie that it can read, in a header that no other site can send. */
export function csrfHeader(): Record<string, string> {
  const token = /(?:^|; )(?:__Host-)?gaoxin-csrf=([^;]+)/.exec(document.cookie)?.[1]
  return token ? { 'x-csrf-token': token } : {}
}

export const SIGN_IN = '/sign-in'

/** The address of the sign-in page, from which one comes back to where one was. */
export const signInAddress = (why?: 'ended'): string => {
  const { pathname, search } = location
  const query = new URLSearchParams({ back: pathname + search, ...(why ? { why } : {}) })
  return `${SIGN_IN}?${query}`
}

/** A session that has ended, or a password that has to be changed first: both are settled on the sign-in page. */
export function goToDoor({ code }: Problem): void {
  if (location.pathname.startsWith(SIGN_IN)) return
  if (code === 'SESSION_ENDED') location.assign(signInAddress('ended'))
  if (code === 'PASSWORD_DUE') location.assign(signInAddress())
}
