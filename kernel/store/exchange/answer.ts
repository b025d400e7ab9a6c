import type { Text } from '../../text.ts'

/** A cell's value for its column, or why it has none. */
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false
      readonly reason: Text
      /** It names a row, and there is none of that name. */
      readonly missing?: boolean
    }

export const good = (value: unknown): Answer => ({ ok: true, value })
export const bad = (reason: Text): Answer => ({ ok: false, reason })
