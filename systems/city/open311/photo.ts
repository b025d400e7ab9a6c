import { z } from 'zod'
import { KNOWN_TYPES } from '../../../kernel/attachments/index.ts'
import { defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { publicPhoto } from '../report/release.ts'
import * as shapes from '../routes/shapes.ts'
import { PUBLIC_PICTURES } from '../settings.ts'
import { ENDPOINT } from './discovery.ts'
import { readOpen311 } from './settings.ts'

/** Where everybody finds a photo that is public. */
export const photoPath = (id: string) => `${ENDPOINT}/photos/${encodeURIComponent(id)}`

/** What `media_url` of a request leads to. */
export const photoRoute = defineRoute({
  method: 'GET',
  path: '/open311/v2/photos/:photo',
  summary: text('Open311 已公开的照片', 'Open311 photo that is public'),
  allow: 'anyone',
  throttle: PUBLIC_PICTURES,
  input: z.object({ photo: shapes.id }),
  output: { contentType: Object.keys(KNOWN_TYPES).filter((type) => type.startsWith('image/')) },
  handle: async (context, { photo }) => publicPhoto(context, (await readOpen311(context)).published, photo),
})
