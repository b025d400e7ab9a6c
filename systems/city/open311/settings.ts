import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { GaoxinError } from '../../../kernel/errors.ts'
import type { Setting } from '../../../kernel/settings.ts'
import { readSettings } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { CHANNELS, type Channel } from '../words.ts'

/** What a zone decides about its Open311 endpoint: data, kept as JSON in the setting `city.open311`. */
const settings = z.strictObject({
  /** Of those who may post: a name, and the SHA-256 of the key in hex. A key that is given must be one of them. */
  keys: z
    .array(z.strictObject({ name: z.string().min(1), digest: z.string().regex(/^[0-9a-f]{64}$/) }))
    .default([]),
  /** Nobody posts without a key. */
  keyRequired: z.boolean().default(false),
  /** Who asks for another jurisdiction is told that it is not here; without it the parameter is not looked at. */
  jurisdiction: z.string().min(1).optional(),
  /** Posting answers with a token, which gives the id once the report is filed. */
  batch: z.boolean().default(false),
  /** Reports of these channels are public. */
  published: z.array(z.enum(Object.keys(CHANNELS) as [Channel, ...Channel[]])).default(['citizen']),
  /** Where to ask for a key, and whom about all this. */
  contact: z.string().optional(),
  keyService: z.string().optional(),
})
export type Open311Settings = z.infer<typeof settings>

export const SETTING = 'city.open311'

/** @throws GaoxinError OPEN311_SETTING where the setting is not what it may be */
export async function readOpen311({ db }: Pick<Context, 'db'>): Promise<Open311Settings> {
  const written = (await readSettings(db))[SETTING]
  try {
    return settings.parse(written ? JSON.parse(written) : {})
  } catch (cause) {
    const issue = cause instanceof z.ZodError ? cause.issues[0]?.path.join('.') : ''
    throw new GaoxinError(
      'OPEN311_SETTING',
      text(`设置 ${SETTING} 不合规则`, `The setting ${SETTING} does not fit`),
      text(`请改正其中的“${issue}”`, `Mend "${issue}" in it`),
      { place: SETTING, value: issue, status: 500, cause },
    )
  }
}

export const open311Setting: Setting = {
  key: SETTING,
  name: text('Open311 接口', 'Open311 endpoint'),
  about: text(
    'JSON：谁可以提交（keys：名称与密钥的 SHA-256）、是否必须有密钥（keyRequired）、区域代号（jurisdiction）、是否先发回执（batch）、公开哪些来源的上报（published）、联系方式（contact、keyService）；没有写的按默认',
    'JSON: who may post (keys: a name and the SHA-256 of the key), whether a key is needed (keyRequired), jurisdiction, whether a token comes first (batch), reports of which channels are public (published), contact and keyService; what is left out is as usual',
  ),
  usual: '{}',
  long: true,
  problem: (said) => {
    const issue = issueOf(said)
    return issue === undefined
      ? undefined
      : text(`不合规则：${issue || 'JSON'}`, `It does not fit: ${issue || 'JSON'}`)
  },
}

/** What in it does not fit, by its path; empty where it is no JSON. */
function issueOf(said: string): string | undefined {
  let given: unknown
  try {
    given = JSON.parse(said)
  } catch {
    return ''
  }
  const issue = settings.safeParse(given).error?.issues[0]
  return issue && [issue.path.join('.'), issue.message].filter(Boolean).join(' · ')
}

/** Whether a key is one of those that were given out. */
export const isKey = ({ keys }: Open311Settings, key: string): boolean => {
  const digest = createHash('sha256').update(key).digest()
  return keys.some((each) => timingSafeEqual(Buffer.from(each.digest, 'hex'), digest))
}
