/** Where what is made once is kept for as long as it is true; whoever asks for tiles says how long that is. */
export interface Keep {
  /** What is kept under a name, or is being made. */
  readonly get: <T>(name: string) => Promise<T> | undefined
  /** @param bytes about how much room it takes */
  readonly of: <T>(name: string, make: () => Promise<T>, bytes: (made: T) => number) => Promise<T>
}

/** Everything is made anew. */
export const NOTHING_KEPT: Keep = { get: () => undefined, of: (_, make) => make() }
