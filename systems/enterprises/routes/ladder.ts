import { z } from 'zod'
import { OFFICERS } from '../../../kernel/access/actor.ts'
import { defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { type Held, ladderOf, type Verdict } from '../ladder.ts'
import { SCHEMES } from '../schemes.ts'
import { ladderShape } from './shapes.ts'

export const ladderRoute = defineRoute({
  method: 'GET',
  path: '/ladder/:id',
  summary: text('一家企业在梯度上的位置', 'Where one enterprise stands on the ladder'),
  allow: [...OFFICERS, 'guest', 'enterprise'],
  input: z.object({ id: z.string().max(200) }),
  output: ladderShape,
  handle: async (context, { id }) => {
    const { held, rungs } = await ladderOf(context, id)
    return {
      id,
      held: held.map(shownHeld),
      rungs: rungs.map(({ scheme, held: has, verdict }) => ({
        scheme,
        name: SCHEMES[scheme],
        ...(has ? { held: shownHeld(has) } : {}),
        ...(verdict === undefined ? {} : { verdict: verdict && shownVerdict(verdict) }),
      })),
    }
  },
})

const shownHeld = (held: Held) => ({ ...held, name: SCHEMES[held.scheme] })

const shownVerdict = ({ decision, version, says, standing, missing, whatIf }: Verdict) => ({
  decision: decision.id,
  name: decision.name,
  basis: decision.basis,
  sample: decision.sample === true,
  office: decision.office,
  version,
  says,
  standing,
  missing,
  whatIf: whatIf.map(({ input, now, next, answer }) => ({
    input,
    name: decision.inputs[input]?.name,
    unit: decision.inputs[input]?.unit,
    now,
    next,
    answer,
  })),
})
