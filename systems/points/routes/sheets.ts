import { z } from 'zod'
import { defineRoute, type Route } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { checkSheet, issueSheet, ownSheets, publicKeys, revokeSheet, sheetFile } from '../sheet/sheets.ts'

const id = z.object({ id: z.string() })
const nullable = z.string().nullable()

const Content = z.object({
  code: z.string(),
  zone: z.string(),
  name: z.string(),
  creditCode: z.string(),
  recipient: z.string(),
  issuedOn: z.string(),
  month: z.string(),
  scheme: z.string(),
  basis: z.string(),
  sample: z.boolean(),
  stage: z.string(),
  total: z.string(),
  groups: z.object({ innovation: z.string(), growth: z.string(), auxiliary: z.string() }),
  rank: z.number(),
  ranked: z.number(),
  list: nullable,
  parts: z.array(
    z.object({ name: z.string(), value: nullable, unit: z.string(), weight: z.string(), points: z.string() }),
  ),
})

export const sheetRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: '/sheets',
    summary: text('本企业出具的积分单', 'Score sheets that one’s enterprise issued'),
    allow: ['enterprise'],
    input: z.object({}),
    output: z.object({
      sheets: z.array(
        z.object({
          id: z.string(),
          recipient: z.string(),
          issued_on: z.string(),
          revoked_on: nullable,
          month: z.string(),
        }),
      ),
    }),
    handle: async (context) => ({ sheets: await ownSheets(context) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/sheets',
    summary: text('同意并出具一份签名积分单', 'Consent to, and issue, a signed score sheet'),
    allow: ['enterprise'],
    input: z.object({
      enterprise: z.string(),
      month: z.string().optional(),
      recipient: z.string().trim().min(2).max(60),
    }),
    output: id,
    handle: (context, given) =>
      context.transaction((inside) => issueSheet(inside, given), `企业同意向“${given.recipient}”出具积分单`),
  }),
  defineRoute({
    method: 'GET',
    path: '/sheets/:id/pdf',
    summary: text('下载本企业的积分单', 'One’s own score sheet'),
    allow: ['enterprise'],
    input: id,
    output: { contentType: 'application/pdf' },
    handle: async (context, given) => ({
      fileName: `企业创新积分单-${given.id}.pdf`,
      contentType: 'application/pdf',
      body: await sheetFile(context, given.id),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/sheets/:id/revoke',
    summary: text('撤销本企业的积分单', 'Revoke one’s own score sheet'),
    allow: ['enterprise'],
    input: id,
    output: id,
    handle: (context, given) =>
      context.transaction((inside) => revokeSheet(inside, given.id), '企业撤销积分单'),
  }),
  defineRoute({
    method: 'GET',
    path: '/check/:code',
    summary: text(
      '核验积分单：有效、已撤销、已重算或文件被改动',
      'Check a sheet: valid, revoked, superseded or changed',
    ),
    allow: 'anyone',
    input: z.object({ code: z.string(), digest: z.string().optional() }),
    output: z.object({
      state: z.enum(['valid', 'revoked', 'superseded', 'changed']),
      content: Content,
      revokedOn: nullable,
      digest: z.string(),
      key: z.string(),
    }),
    handle: (context, { code, digest }) => checkSheet(context, code, digest || undefined),
  }),
  defineRoute({
    method: 'GET',
    path: '/keys',
    summary: text('核验积分单签名的公钥', 'Public keys that sheets are signed with'),
    allow: 'anyone',
    input: z.object({}),
    output: z.object({ keys: z.array(z.object({ id: z.string(), publicKey: z.string() })) }),
    handle: async (context) => ({ keys: await publicKeys(context) }),
  }),
]
