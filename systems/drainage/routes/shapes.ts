import { z } from 'zod'
import { OFFICERS, type Role } from '../../../kernel/access/actor.ts'
import { DEFECT_GROUPS, LINK_KINDS, NETWORKS, NODE_KINDS } from '../words.ts'

/** Who sees the network on a map: whoever the grants of its records let read all of it. */
export const LOOKING: readonly Role[] = [...OFFICERS, 'gridWorker', 'guest']

export const keysOf = <K extends string>(choices: Readonly<Record<K, unknown>>) =>
  Object.keys(choices) as [K, ...K[]]
export const network = z.enum(keysOf(NETWORKS))
export const nodeKind = z.enum(keysOf(NODE_KINDS))
export const linkKind = z.enum(keysOf(LINK_KINDS))
export const group = z.enum(keysOf(DEFECT_GROUPS))
export const id = z.string().min(1).max(200)
export const position = z.tuple([z.number(), z.number()])
export const none = z.object({})
/** A node or a link, by id. */
export const start = { node: id.optional(), link: id.optional() }
