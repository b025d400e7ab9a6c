import type { Text } from './text.ts'

/** What a zone may decide for itself while it runs: a line or a JSON document under a key of `gaoxin.settings`. */
export interface Setting {
  /** `flow.warn` */
  readonly key: string
  readonly name: Text
  /** What it decides, and how it is written. */
  readonly about: Text
  /** What holds where the zone says nothing, written as the zone would. */
  readonly usual: string
  /** It takes several lines. */
  readonly long?: true
  /** Why it cannot be taken so. Pure. */
  readonly problem: (written: string) => Text | undefined
}
