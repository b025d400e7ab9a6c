import { z } from 'zod'
import { type Role, STAFF } from '../../../kernel/access/actor.ts'
import { mayWrite } from '../../../kernel/drafting.ts'
import {
  checkWording,
  type Decision,
  decideOne,
  decisionOf,
  decisionsOf,
  holding,
  type Moment,
  measureEffect,
  requireVersion,
  type VersionHead,
  versionsOf,
} from '../../../kernel/rules/index.ts'
import { endOfDay } from '../../../kernel/store/index.ts'
import { type Context, defineRoute, type Route } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import {
  checkShape,
  decidedShape,
  effectShape,
  ruleNumber,
  ruleShape,
  shownVersion,
  versionShape,
  wordingShape,
} from './ruleShapes.ts'
import { knownOnShape } from './shapes.ts'

/** Rules are the zone's own until it publishes them; a demonstration shows them to its guest. */
const READERS: readonly Role[] = [...STAFF, 'guest']
const id = z.string().max(200)
const moment = {
  asOf: z.iso.date().optional().describe('The day in the world; today when left out'),
  knownOn: knownOnShape,
}
const { model, cases } = wordingShape.shape

/** 规则: every decision that the systems declare, its versions, and how it judges. */
export const ruleRoutes = (): readonly Route[] => [
  defineRoute({
    method: 'GET',
    path: '/rules',
    summary: text('规则清单', 'Decisions of the zone'),
    allow: READERS,
    input: z.object(moment),
    output: z.array(ruleShape),
    handle: async (context, asked) => {
      const versions = await versionsOf(context)
      return [...decisionsOf(context).values()].map((decision) => {
        const own = versions.filter((each) => each.decision === decision.id)
        return shownRule(context, decision, own, momentOf(asked))
      })
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/rules/:id',
    summary: text('一条规则及其各版本', 'One decision and its versions'),
    allow: READERS,
    input: z.object({ id, ...moment }),
    output: ruleShape.extend({ versions: z.array(versionShape) }),
    handle: async (context, { id, ...asked }) => {
      const decision = decisionOf(context, id)
      const versions = await versionsOf(context, id)
      return {
        ...shownRule(context, decision, versions, momentOf(asked)),
        versions: await Promise.all(versions.map((version) => shownVersion(context, decision, version))),
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/rules/:id/versions/:number',
    summary: text(
      '规则的一个版本：模型、用例和检查结果',
      'One version: its model, its cases, and what checking it finds',
    ),
    allow: READERS,
    input: z.object({ id, number: ruleNumber }),
    output: versionShape.extend({
      model,
      cases,
      check: checkShape,
      effect: effectShape.nullable(),
    }),
    handle: async (context, { id, number }) => {
      const decision = decisionOf(context, id)
      const version = await requireVersion(context, id, number)
      return {
        ...(await shownVersion(context, decision, version)),
        model: version.model,
        cases: version.cases,
        check: checkWording(decision, version, context.today),
        effect: version.effect as z.infer<typeof effectShape> | null,
      }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/rules/:id/check',
    summary: text('检查模型和用例（不保存）', 'Checks a model and its cases; keeps nothing'),
    allow: READERS,
    input: z.object({ id, model, cases }),
    output: checkShape,
    handle: async (context, { id, ...wording }) =>
      checkWording(decisionOf(context, id), wording, context.today),
  }),
  defineRoute({
    method: 'POST',
    path: '/rules/:id/effect',
    summary: text('测算对现有对象的影响（不保存）', 'Measures the effect on everybody judged; keeps nothing'),
    allow: READERS,
    input: z.object({ id, model }),
    output: effectShape,
    handle: (context, given) => measureEffect(context, decisionOf(context, given.id), given.model),
  }),
  defineRoute({
    method: 'POST',
    path: '/rules/:id/decide',
    summary: text('按规则判断一个对象并说明理由', 'Judges one subject and says why'),
    allow: READERS,
    input: z
      .object({
        id,
        ...moment,
        subject: z.string().max(200).describe('Id of a row of the population'),
        input: z.record(z.string(), z.unknown()).describe('Or the inputs themselves, by name'),
        model: model.describe('Instead of the version in force'),
      })
      .partial({ subject: true, input: true, model: true }),
    output: decidedShape,
    handle: (context, { id, subject, input, model, ...asked }) =>
      decideOne(context, decisionOf(context, id), { subject, input, model, ...momentOf(asked) }),
  }),
]

const momentOf = ({
  asOf,
  knownOn,
}: {
  asOf?: string | undefined
  knownOn?: string | undefined
}): Moment => ({
  asOf,
  asKnownOn: knownOn && endOfDay(knownOn),
})

function shownRule(
  { today, actor }: Context,
  decision: Decision,
  versions: readonly VersionHead[],
  { asOf = today, asKnownOn }: Moment,
) {
  const { id, name, about, basis, sample, office, inputs, outcome, population } = decision
  return {
    id,
    system: id.slice(0, id.indexOf('.')),
    name,
    about,
    basis,
    sample: sample === true,
    office,
    decision: decision.decision,
    inputs: Object.entries(inputs).map(([input, { unit, name: title }]) => ({ name: input, unit, title })),
    outcome,
    population: { record: population.record.id },
    inForce: holding(versions, asOf, asKnownOn)?.number ?? null,
    open: versions.filter(({ state }) => state !== 'published').map(({ number }) => number),
    mayWrite: mayWrite(decision.office, actor),
  }
}
