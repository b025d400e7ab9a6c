/** The client that the tests use brings no types. */
declare module 'open311' {
  type Method = (...given: unknown[]) => void
  const Open311: new (options: object) => Readonly<Record<string, Method | undefined>>
  export default Open311
}
