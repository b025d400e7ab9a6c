import cfb from 'cfb'

export interface Ole {
  /** Streams and storages by their full path. */
  readonly paths: readonly string[]
  readonly stream: (name: string) => Buffer | undefined
}

/** @throws Error when it is no compound file, or a damaged one */
export function openOle(bytes: Buffer): Ole {
  const container = cfb.read(bytes, { type: 'buffer' })
  return {
    paths: container.FullPaths,
    stream: (name) => {
      const at = container.FullPaths.findIndex((path) => path.endsWith(`/${name}`))
      const content = container.FileIndex[at]?.content
      return content && Buffer.from(content as Uint8Array)
    },
  }
}

/** Which document a compound file is; others (installers, mails) are none of ours. */
export function oleType({ paths }: Ole): string | undefined {
  const has = (name: string) => paths.some((path) => path.endsWith(`/${name}`))
  if (has('WordDocument')) return 'application/msword'
  if (has('Workbook') || has('Book')) return 'application/vnd.ms-excel'
  if (has('PowerPoint Document')) return 'application/vnd.ms-powerpoint'
  return undefined
}

/** What in it would run: VBA, programs packed as objects, sheets of Excel 4 macros. */
export function activeOle(ole: Ole): string | undefined {
  const found = ole.paths.find((path) => /(\/VBA\/|_VBA_PROJECT|\/Macros\/|Ole10Native$|\/VBA$)/i.test(path))
  if (found) return found
  return hasMacroSheet(ole.stream('Workbook') ?? ole.stream('Book')) ? 'Excel 4.0' : undefined
}

/** An encrypted document hides what it holds. */
export const isEncrypted = ({ paths }: Ole): boolean => paths.some((path) => /\/EncryptedPackage$/.test(path))

const BOUNDSHEET = 0x0085
const MACRO_SHEET = 1

/** Walks the records of a BIFF workbook: number, length, body. */
function hasMacroSheet(workbook: Buffer | undefined): boolean {
  if (!workbook) return false
  for (let at = 0; at + 4 <= workbook.length; at += 4 + workbook.readUInt16LE(at + 2))
    if (workbook.readUInt16LE(at) === BOUNDSHEET && workbook[at + 4 + 5] === MACRO_SHEET) return true
  return false
}
