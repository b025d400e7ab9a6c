/** Answers of a form as they are sent: empty ones left out, files apart. */
export function answersOf(
  values: Readonly<Record<string, unknown>>,
  also: Readonly<Record<string, string>>,
): { body: Record<string, string>; files?: readonly File[] } {
  const { files, ...rest } = values as Readonly<Record<string, string>> & { readonly files?: readonly File[] }
  const given = Object.entries(rest).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  return { body: { ...Object.fromEntries(given), ...also }, ...(files ? { files } : {}) }
}
