import { sql } from 'kysely'
import { z } from 'zod'
import { boxOf } from '../../../kernel/store/index.ts'
import { type Context, defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { drainageError } from '../errors.ts'
import {
  CHECKS,
  type Check,
  findingsOf,
  networkIn,
  sectionOf,
  totalsOf,
  traceOf,
  wayBetween,
  wayThrough,
} from '../topology/index.ts'
import * as shapes from './shapes.ts'

const { LOOKING } = shapes
const MOST_LINKS = 5000
const MOST_NODES = 20_000
const MOST_FINDINGS = 50

const totals = defineRoute({
  method: 'GET',
  path: '/totals',
  summary: text('管网规模与范围', 'How much of the network there is, and where'),
  allow: LOOKING,
  input: shapes.none,
  output: z.object({
    networks: z.array(
      z.object({
        network: shapes.network,
        nodes: z.number(),
        pipes: z.number(),
        length: z.number().describe('m'),
      }),
    ),
    extent: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  }),
  handle: totalsOf,
})

const network = defineRoute({
  method: 'GET',
  path: '/network',
  summary: text('一个范围内的管网', 'The network in a box'),
  allow: LOOKING,
  input: z.object({
    box: z.string().max(100).describe('west,south,east,north in degrees'),
  }),
  output: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        kind: shapes.nodeKind,
        network: shapes.network,
        at: shapes.position,
      }),
    ),
    links: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        kind: shapes.linkKind,
        network: shapes.network,
        size: z.number().nullable().describe('m'),
        line: z.array(shapes.position),
      }),
    ),
    more: z.boolean(),
  }),
  handle: async (context, { box }) => networkIn(context, boxOf(box), MOST_LINKS),
})

const findings = defineRoute({
  method: 'GET',
  path: '/findings',
  summary: text('拓扑检查', 'Checks of the topology'),
  allow: LOOKING,
  input: shapes.none,
  output: z.object({
    checks: z.array(
      z.object({
        check: z.enum(shapes.keysOf(CHECKS)),
        count: z.number(),
        findings: z.array(
          z.object({
            record: z.enum(['drainage.nodes', 'drainage.links']),
            id: z.string(),
            code: z.string(),
            longitude: z.number().nullable(),
            latitude: z.number().nullable(),
            value: z.number().nullable().describe('m: the rise of an uphill pipe, or the size above'),
            own: z.number().nullable().describe('m: the own size of a pipe that shrinks'),
          }),
        ),
      }),
    ),
  }),
  handle: async (context) => ({
    checks: await Promise.all(
      (Object.keys(CHECKS) as Check[]).map(async (check) => ({
        check,
        ...(await findingsOf(context, check, MOST_FINDINGS)),
      })),
    ),
  }),
})

type Start = { readonly node?: string | undefined; readonly link?: string | undefined }

/** @throws GaoxinError DRAINAGE_START, DRAINAGE_NONE */
async function startOf({ db }: Context, { node, link }: Start) {
  if ((node === undefined) === (link === undefined)) throw drainageError('DRAINAGE_START')
  const { rows } = await sql<{ up: string; down: string }>`${
    node === undefined
      ? sql`select from_node as up, to_node as down from drainage.links where id = ${link}`
      : sql`select id as up, id as down from drainage.nodes where id = ${node}`
  }`.execute(db)
  if (!rows[0]) throw drainageError('DRAINAGE_NONE', { value: node ?? link })
  return { ...rows[0], at: node === undefined ? { link: link as string } : { node } }
}

const traced = z.object({
  nodes: z.array(z.string()),
  links: z.array(z.string()),
  more: z.boolean().describe('It goes on beyond the limit'),
  length: z.number().describe('m of conduits'),
  area: z.number().describe('ha of catchments'),
  drainers: z.number(),
  outfalls: z.array(z.string()),
})

const trace = defineRoute({
  method: 'GET',
  path: '/trace',
  summary: text('上游和下游追踪', 'What lies above and below'),
  allow: LOOKING,
  input: z.object(shapes.start),
  output: z.object({ up: traced, down: traced }),
  handle: async (context, asked) => {
    const { up, down } = await startOf(context, asked)
    return {
      up: await traceOf(context, up, 'up', MOST_NODES),
      down: await traceOf(context, down, 'down', MOST_NODES),
    }
  },
})

/** @throws GaoxinError DRAINAGE_NONE */
async function endOf({ db }: Context, id: string): Promise<string> {
  const { rows } = await sql<{ node: string }>`select id as node from drainage.nodes where id = ${id}
    union all select to_node from drainage.links where id = ${id} limit 1`.execute(db)
  if (!rows[0]) throw drainageError('DRAINAGE_NONE', { value: id })
  return rows[0].node
}

const pair = z.tuple([z.number(), z.number()])
const section = defineRoute({
  method: 'GET',
  path: '/section',
  summary: text(
    '经过一处的干线纵断面，或两处之间的纵断面',
    'Long section of the main way through a place, or of the way between two',
  ),
  allow: LOOKING,
  input: z.object({
    ...shapes.start,
    to: shapes.id.optional().describe('The other end of the way: a node, or a link down to its lower node'),
  }),
  output: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        chainage: z.number(),
        ground: z.number(),
        invert: z.number(),
        water: z.number().nullable(),
      }),
    ),
    links: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        kind: shapes.linkKind,
        size: z.number().nullable(),
        from: z.number().describe('Between the nodes n and n + 1'),
        invert: pair,
        crown: pair.nullable(),
      }),
    ),
  }),
  handle: async (context, asked) => {
    const { at, up } = await startOf(context, asked)
    if (asked.to === undefined) return sectionOf(await wayThrough(context, at))
    const way = await wayBetween(context, up, await endOf(context, asked.to))
    if (!way) throw drainageError('DRAINAGE_NO_WAY', { value: asked.to })
    return sectionOf(way)
  },
})

export const networkRoutes = [totals, network, findings, trace, section]
