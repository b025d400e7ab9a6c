/** How a report qualifies a number, as a sign before it. */
const SIGNS: Readonly<Record<string, string>> = {
  exact: '',
  atLeast: '≥ ',
  over: '> ',
  atMost: '≤ ',
  under: '< ',
  about: '≈ ',
  near: '≲ ',
}

export const signOf = (bound: string | null | undefined): string => SIGNS[bound ?? 'exact'] ?? ''
