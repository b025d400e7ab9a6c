import { readFile } from 'node:fs/promises'
import { GaoxinError } from '../errors.ts'
import { hasMacros, unknownType, unreadable } from './errors.ts'
import { activeOle, isEncrypted, oleType, openOle } from './scan/ole.ts'
import { activePdf } from './scan/pdf.ts'
import { judgeZip } from './scan/zip.ts'
import { textEncoding } from './text.ts'
import { containerOf, KNOWN_TYPES } from './types.ts'

/**
 * What a file is by its content, once it is sure that nothing in it runs.
 * @throws GaoxinError ATTACHMENT_TYPE, ATTACHMENT_MACROS, ATTACHMENT_UNREADABLE
 */
export async function inspect(file: string, name: string): Promise<string> {
  try {
    const { type, active } = await judge(file)
    // A macro is named as such also where the kind of document would be refused.
    if (active) throw hasMacros(name, active)
    if (!type || !KNOWN_TYPES[type]) throw unknownType(name, type)
    return type
  } catch (error) {
    if (error instanceof GaoxinError) throw error
    throw unreadable(name, (error as Error).message)
  }
}

async function judge(file: string): Promise<{ type: string | undefined; active?: string | undefined }> {
  const { type, container } = await containerOf(file)
  if (container === 'zip') return judgeZip(file)
  if (container === 'ole') {
    const ole = openOle(await readFile(file))
    if (isEncrypted(ole)) throw new Error('encrypted')
    return { type: oleType(ole), active: activeOle(ole) }
  }
  if (type === 'application/pdf') return { type, active: activePdf(await readFile(file)) }
  // Pages and drawings are text to us: they are only ever handed out as files.
  if (type === undefined || type === 'application/xml') {
    const encoding = await textEncoding(file)
    return { type: encoding && `text/plain; charset=${encoding}` }
  }
  return { type }
}
