import { z } from 'zod'
import { textShape } from '../shapes.ts'
import type { FileRow } from './records.ts'
import { KNOWN_TYPES } from './types.ts'

/** A kept file as it goes over the wire. */
export const keptFile = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number().int().describe('Bytes'),
  sha256: z.string(),
  type: textShape,
  preview: z.enum(['image', 'pdf']).nullable().describe('How a page may show it beside the row'),
  addedAt: z.string(),
  addedBy: z.string(),
})
export type KeptFile = z.infer<typeof keptFile>

export const presentFile = (file: FileRow): KeptFile => {
  const known = KNOWN_TYPES[file.content_type]
  return {
    id: file.id,
    name: file.name,
    size: file.size,
    sha256: file.content,
    type: known?.name ?? { zh: file.content_type, en: file.content_type },
    preview: known?.preview ?? null,
    addedAt: file.recorded_at,
    addedBy: file.recorded_by,
  }
}
