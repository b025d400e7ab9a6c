import {
  closeSync,
  copyFileSync,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import { HydraulicsError } from '../../errors.ts'
import { rowsOf, type Sections, sectionsOf } from '../steer/sections.ts'
import { filesNamed, type NamedFile } from './files.ts'
import { type Engine, MODEL, OUT, REPORT, type Session } from './types.ts'

/** The part of `swmm5.h` that a run needs. */
interface Calls {
  open(model: string, report: string, out: string): number
  start(save: number): number
  step(elapsed: [number]): number
  end(): number
  report(): number
  close(): number
}

/**
 * A native library of SWMM 5.2, through koffi. A library has one run at a time in all threads of a process, so each thread
 * opens a copy of it.
 * @throws HydraulicsError hydraulics/library
 */
export async function openNative(library: string): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'gaoxin-swmm-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  try {
    const calls = await callsOf(library, folder)
    return {
      kind: 'native',
      begin: (model, files) => begin(calls, folder, model, files),
      memory: () => process.memoryUsage().rss,
      close: remove,
    }
  } catch (cause) {
    remove()
    throw new HydraulicsError('hydraulics/library', library, String((cause as Error).message), [], cause)
  }
}

async function callsOf(library: string, folder: string): Promise<Calls> {
  const { default: koffi } = await import('koffi')
  let lib = koffi.load(library)
  if (!isMainThread) {
    const copy = join(folder, basename(library))
    copyFileSync(library, copy)
    // The one above stays open: what it needs is found for the copy, too.
    lib = koffi.load(copy)
  }
  return {
    open: lib.func('int swmm_open(const char *model, const char *report, const char *out)'),
    start: lib.func('int swmm_start(int save)'),
    step: lib.func('int swmm_step(_Out_ double *elapsed)'),
    end: lib.func('int swmm_end()'),
    report: lib.func('int swmm_report()'),
    close: lib.func('int swmm_close()'),
  } as unknown as Calls
}

let runs = 0

function begin(
  calls: Calls,
  root: string,
  model: string,
  files: Readonly<Record<string, Uint8Array>>,
): Session {
  const folder = join(root, `run-${++runs}`)
  mkdirSync(folder)
  const at = (name: string) => join(folder, name)
  writeFileSync(at(MODEL), withFolder(model, folder))
  for (const [name, body] of Object.entries(files)) {
    mkdirSync(dirname(at(name)), { recursive: true })
    writeFileSync(at(name), body)
  }
  let open = false
  const elapsed: [number] = [0]
  return {
    open: () => {
      open = true
      return calls.open(at(MODEL), at(REPORT), at(OUT))
    },
    start: () => calls.start(1),
    step: () => {
      const error = calls.step(elapsed)
      return { error, elapsed: elapsed[0] }
    },
    end: () => calls.end(),
    report: () => calls.report(),
    close: () => {
      open = false
      return calls.close()
    },
    read: (name, from = 0) => readFrom(at(name), from),
    dispose: () => {
      if (open) {
        calls.end()
        calls.close()
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Names of files with the folder before them: a thread has no working folder of its own, and a model writes nowhere else,
 * whatever it says.
 */
export function withFolder(model: string, folder: string): string {
  const sections = sectionsOf(model)
  const lines = [...sections.lines]
  for (const { line, name } of [...filesNamed(sections), ...filesWritten(sections)]) {
    const text = lines[line] as string
    const path = join(folder, basename(name.replaceAll('\\', '/')))
    lines[line] = text.replace(text.includes(`"${name}"`) ? `"${name}"` : name, () => `"${path}"`)
  }
  return lines.join('\n')
}

/** Interface files that the model saves, and reports of its LID units. */
function filesWritten(sections: Sections): readonly NamedFile[] {
  return rowsOf(sections, 'FILE', 'LID_USAGE').flatMap(({ section, line, words }) => {
    const name = section === 'FILE' ? (words[0]?.toUpperCase() === 'SAVE' ? words[2] : undefined) : words[8]
    return name && name !== '*' ? [{ line, name }] : []
  })
}

function readFrom(path: string, from: number): Uint8Array | undefined {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    return undefined
  }
  try {
    const bytes = new Uint8Array(Math.max(0, fstatSync(file).size - from))
    let at = 0
    while (at < bytes.length) {
      const read = readSync(file, bytes, at, bytes.length - at, from + at)
      if (read === 0) break
      at += read
    }
    return bytes.subarray(0, at)
  } finally {
    closeSync(file)
  }
}
