import type { Actor, Role } from './access/actor.ts'
import { text } from './text.ts'

/** 版本: what an office words or draws, and a second person publishes. What is published never changes. */
export const VERSION_STATES = {
  draft: text('起草中', 'Draft'),
  submitted: text('待发布', 'Awaiting publication'),
  published: text('已发布', 'Published'),
} as const
export type VersionState = keyof typeof VERSION_STATES

/** Who may move a version: who works it out; somebody else (第二人); anybody of its office, and leaders. */
export type By = 'writer' | 'second' | 'office'
export interface VersionRule {
  readonly from: string
  readonly by: By
}

/** What people do with a version: from which state, and who. */
export const VERSION_MOVES = {
  save: { from: 'draft', by: 'writer' },
  discard: { from: 'draft', by: 'writer' },
  submit: { from: 'draft', by: 'writer' },
  recall: { from: 'submitted', by: 'writer' },
  return: { from: 'submitted', by: 'second' },
  publish: { from: 'submitted', by: 'second' },
} as const satisfies Record<string, { from: VersionState; by: By }>
export type VersionMove = keyof typeof VERSION_MOVES

/** Those who work versions out, in the office that keeps them; leaders only publish. */
const WRITERS: readonly Role[] = ['officer', 'statistician', 'supervisor']

export const mayWrite = (office: string, actor: Pick<Actor, 'role' | 'office'>): boolean =>
  WRITERS.includes(actor.role) && actor.office === office

/** They, and leaders. */
export const mayDecide = (office: string, actor: Pick<Actor, 'role' | 'office'>): boolean =>
  actor.role === 'leader' || mayWrite(office, actor)

/** The office that keeps a version, and who wrote any of it. */
export interface Written {
  readonly office: string
  /** Ids of persons. */
  readonly editors: unknown
}

/** Whether an actor is among those of a rule; its state is another question. */
export function isBy(by: By, { office, editors }: Written, actor: Actor): boolean {
  if (by === 'writer') return mayWrite(office, actor)
  // Nobody publishes a word of their own.
  const wrote = ((editors ?? []) as readonly string[]).includes(actor.id)
  return mayDecide(office, actor) && (by === 'office' || !wrote)
}

/** What an actor may do with a version as it stands: what its page offers. */
export const movesOf = <Move extends string>(
  moves: Readonly<Record<Move, VersionRule>>,
  version: Written & { readonly state: string },
  actor: Actor,
): readonly Move[] =>
  (Object.keys(moves) as Move[]).filter(
    (move) => moves[move].from === version.state && isBy(moves[move].by, version, actor),
  )
