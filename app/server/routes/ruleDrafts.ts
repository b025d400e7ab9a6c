import { z } from 'zod'
import { OFFICERS } from '../../../kernel/access/actor.ts'
import {
  checkWording,
  type Decision,
  decisionOf,
  discardDraft,
  measureEffect,
  publishVersion,
  requireSound,
  requireVersion,
  returnDraft,
  saveDraft,
  startDraft,
  submitDraft,
  type VersionRow,
} from '../../../kernel/rules/index.ts'
import { type Context, defineRoute, type Route } from '../../../kernel/system.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { checkShape, ruleNumber, shownVersion, versionShape, wordingShape } from './ruleShapes.ts'

const id = z.string().max(200)
const ofVersion = z.object({ id, number: ruleNumber })
const why = z.string().trim().min(1).max(500).describe('Kept in the history')

/** From a draft to a published version: who may is said by the kernel, version by version. */
export const ruleDraftRoutes = (): readonly Route[] => [
  defineRoute({
    method: 'POST',
    path: '/rules/:id/drafts',
    summary: text('起草新版本', 'Begins a draft, worded as another version is'),
    allow: OFFICERS,
    input: z.object({ id, like: ruleNumber, note: z.string().trim().min(1).max(200) }),
    output: versionShape,
    handle: async (context, { id, like, note }) =>
      shownVersion(context, decisionOf(context, id), await startDraft(context, id, like, note)),
  }),
  defineRoute({
    method: 'PATCH',
    path: '/rules/:id/versions/:number',
    summary: text('保存草稿', 'Saves a draft; its cases are run at once'),
    allow: OFFICERS,
    input: wordingShape.partial().extend({
      id,
      number: ruleNumber,
      seen: z.number().int().describe('row_version of the draft that was edited'),
    }),
    output: versionShape.extend({ check: checkShape }),
    handle: async (context, { id, number, seen, ...wording }) => {
      const decision = decisionOf(context, id)
      const row = await saveDraft(context, id, number, wording, seen)
      return {
        ...(await shownVersion(context, decision, row)),
        check: checkWording(decision, row, context.today),
      }
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/rules/:id/versions/:number',
    summary: text('放弃草稿', 'Discards a draft'),
    allow: OFFICERS,
    input: ofVersion,
    output: z.object({ id: z.string(), number: z.number() }),
    handle: async (context, given) => {
      await discardDraft(context, given.id, given.number)
      return given
    },
  }),
  moveRoute(
    'submit',
    text('提交发布', 'Submits a draft with its measured effect'),
    ofVersion,
    async (context, decision, version) => {
      requireSound(decision, version, context.today)
      return submitDraft(
        context,
        decision.id,
        version.number,
        await measureEffect(context, decision, version.model),
      )
    },
  ),
  moveRoute(
    'recall',
    text('撤回', 'Takes a draft back'),
    ofVersion.extend({ why }),
    (context, _, version, given) => returnDraft(context, given.id, version.number, 'recall', given.why),
  ),
  moveRoute(
    'return',
    text('退回修改', 'Returns a draft to its writers'),
    ofVersion.extend({ why }),
    (context, _, version, given) => returnDraft(context, given.id, version.number, 'return', given.why),
  ),
  moveRoute(
    'publish',
    text('发布', 'Publishes a version; takes a second person'),
    ofVersion,
    (context, decision, version) => {
      requireSound(decision, version, context.today)
      return publishVersion(context, decision.id, version.number)
    },
  ),
]

function moveRoute<I extends z.infer<typeof ofVersion>>(
  move: string,
  summary: Text,
  input: z.ZodType<I>,
  work: (context: Context, decision: Decision, version: VersionRow, given: I) => Promise<VersionRow>,
): Route {
  return defineRoute({
    method: 'POST',
    path: `/rules/:id/versions/:number/${move}`,
    summary,
    allow: OFFICERS,
    input,
    output: versionShape,
    handle: async (context, given) => {
      const decision = decisionOf(context, given.id)
      const version = await requireVersion(context, given.id, given.number)
      return shownVersion(context, decision, await work(context, decision, version, given))
    },
  })
}
