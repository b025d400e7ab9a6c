import { z } from 'zod'
import {
  delegateTask,
  eachOf,
  englishNames,
  leaveTask,
  noticesOf,
  opinionsAsked,
  readNotices,
  requestsToDecide,
  requireSeen,
  submitTask,
  takeTask,
  unreadOf,
  WORKERS,
  wordNotice,
} from '../../../../kernel/flow/index.ts'
import { textShape } from '../../../../kernel/shapes.ts'
import { defineRoute, type Route } from '../../../../kernel/system.ts'
import { text } from '../../../../kernel/text.ts'
import type { Zone } from '../../../zone.ts'
import { cursorOf, wordOf } from './cursor.ts'
import { colleague } from './work.ts'

const afterShape = z.object({ at: z.iso.datetime(), id: z.string() })
const afterRequestShape = z.object({ asked_at: z.iso.datetime(), id: z.string() })
const keyShape = z.object({ case: z.string().max(200), token: z.number().int() })

/** 通知: what one is told, and what one is asked; and 批量, the same for many tasks. */
export const noticeRoutes = (zone: Zone): readonly Route[] => [
  defineRoute({
    method: 'GET',
    path: '/flow/notices',
    summary: text('通知：要做什么、何时之前', 'What one is told: what to do, by when; the latest first'),
    allow: WORKERS,
    input: z.object({
      limit: z.coerce.number().int().min(1).max(100).default(30),
      after: cursorOf(afterShape),
    }),
    output: z.object({
      notices: z.array(
        z.object({
          id: z.string(),
          kind: z.string(),
          case: z.string(),
          title: z.string().describe('Of the case'),
          says: textShape,
          todo: textShape,
          why: z.string().nullable(),
          due: z.string().nullable(),
          at: z.string(),
          read: z.boolean(),
        }),
      ),
      next: z.string().nullable(),
    }),
    handle: async (context, { limit, after }) => {
      const found = await noticesOf(context, { limit: limit + 1, after })
      const english = await englishNames(context)
      const shown = found.slice(0, limit)
      const last = shown.at(-1)
      return {
        notices: shown.map((notice) => ({
          ...wordNotice(notice, english),
          id: notice.id,
          kind: notice.kind,
          case: notice.case,
          title: notice.title,
          why: notice.told.why ?? null,
          due: notice.due,
          at: notice.at,
          read: notice.read_at !== null,
        })),
        next: last && found.length > limit ? wordOf({ at: last.at, id: last.id }) : null,
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/flow/notices/unread',
    summary: text('未读通知数，数到 100', 'How many notices are unread, counted to 100'),
    allow: WORKERS,
    input: z.object({}),
    output: z.object({ unread: z.number() }),
    handle: async (context) => ({ unread: await unreadOf(context) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/flow/notices/read',
    summary: text('标为已读', 'Marks one’s notices as read'),
    allow: WORKERS,
    input: z.object({ ids: z.array(z.string().max(200)).max(500).optional().describe('Left out: all') }),
    output: z.object({ read: z.number() }),
    handle: async (context, { ids }) => ({ read: await readNotices(context, ids ?? 'all') }),
  }),
  defineRoute({
    method: 'GET',
    path: '/flow/opinions',
    summary: text('待提交的协办意见', 'Opinions that one is asked for'),
    allow: WORKERS,
    input: z.object({}),
    output: z.array(
      z.object({
        id: z.string(),
        case: z.string(),
        token: z.number(),
        title: z.string(),
        name: z.string(),
        about: z.string(),
        asked_by: z.string(),
        asked_at: z.string(),
        due: z.string().nullable(),
      }),
    ),
    handle: async (context) => opinionsAsked(context, 100),
  }),
  defineRoute({
    method: 'GET',
    path: '/flow/requests',
    summary: text(
      '待我审批的挂账、延期申请',
      'Time that others ask for and one decides about, the longest asked first',
    ),
    allow: WORKERS,
    input: z.object({
      limit: z.coerce.number().int().min(1).max(100).default(30),
      after: cursorOf(afterRequestShape),
    }),
    output: z.object({
      requests: z.array(
        z.object({
          id: z.string(),
          case: z.string(),
          token: z.number(),
          title: z.string().describe('Of the case'),
          name: z.string().describe('Of the task'),
          office: z.string().nullable(),
          kind: z.enum(['pause', 'extension']),
          why: z.string(),
          until: z.string(),
          asked_by: z.string(),
          asked_at: z.string(),
          due: z.string().nullable().describe('The limit now'),
        }),
      ),
      next: z.string().nullable(),
    }),
    handle: async (context, { limit, after }) => {
      const found = await requestsToDecide(context, { limit: limit + 1, after })
      const shown = found.slice(0, limit)
      const last = shown.at(-1)
      return {
        requests: shown,
        next: last && found.length > limit ? wordOf({ asked_at: last.asked_at, id: last.id }) : null,
      }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/flow/batch',
    summary: text(
      '批量签收、退回、办结、转办',
      'Takes, leaves, does or hands over many tasks, each by itself',
    ),
    allow: WORKERS,
    input: z.object({
      verb: z.enum(['take', 'leave', 'do', 'delegate']),
      tasks: z.array(keyShape).min(1).max(100),
      to: z.string().max(200).optional().describe('Of delegate: to whom'),
      why: z.string().trim().max(500).optional(),
    }),
    output: z.array(
      keyShape.extend({
        problem: z.object({ code: z.string(), says: textShape, remedy: textShape }).nullable(),
      }),
    ),
    handle: async (context, { verb, tasks, to, why }) => {
      const outcomes = await eachOf(context, tasks, async (inner, { case: id, token }) => {
        await requireSeen(inner, id)
        if (verb === 'take') return takeTask(inner, id, token)
        if (verb === 'leave') return leaveTask(inner, id, token, why)
        // What has a form with something to say is refused: it is done by itself.
        if (verb === 'do') return submitTask(inner, id, token, {}, why)
        const person = await colleague(zone, inner, { id, token, to: to ?? '' })
        return delegateTask(inner, id, token, person, why)
      })
      return outcomes.map(({ problem, ...key }) => ({
        ...key,
        problem: problem ? { code: problem.code, says: problem.says, remedy: problem.remedy } : null,
      }))
    },
  }),
]
