/// <reference path="./swmm-wasm-web.d.ts" />
import type { SwmmModule } from '@fileops/swmm-wasm-web'
import { type Frozen, type Image, OUT } from './types.ts'

const PAGE = 4096
/** Create, exclusive, truncate: not when a file is opened once more. */
const FRESH = 0o100 | 0o200 | 0o1000
const STANDARD_STREAMS = 3

/**
 * Copies an engine between two steps. Then its stack is empty, so that its memory and its open files are all that it is.
 * @param folder where it runs
 */
export function frozen({ asm, FS, HEAPU8 }: SwmmModule, folder: string, elapsed: number): Frozen {
  asm.fflush(0)
  const streams = FS.streams.flatMap((stream) =>
    stream && stream.fd >= STANDARD_STREAMS
      ? [{ fd: stream.fd, path: stream.path, flags: stream.flags & ~FRESH, position: stream.position }]
      : [],
  )
  const out = `${folder}/${OUT}`
  const own = FS.readdir(folder).filter((name) => name !== '.' && name !== '..')
  // The engine has scratch files elsewhere.
  const paths = new Set([...own.map((name) => `${folder}/${name}`), ...streams.map(({ path }) => path)])
  paths.delete(out)
  return {
    ...imageOf(HEAPU8),
    elapsed,
    files: Object.fromEntries([...paths].map((path) => [path, FS.readFile(path).slice()])),
    outBytes: FS.analyzePath(out).object.usedBytes,
    streams,
  }
}

/** Makes an engine that runs nothing into one that was frozen. */
export function thaw(swmm: SwmmModule, folder: string, from: Frozen): void {
  const { FS } = swmm
  restore(swmm, from)
  for (const [path, body] of Object.entries(from.files)) FS.writeFile(path, body)
  FS.writeFile(`${folder}/${OUT}`, '')
  FS.truncate(`${folder}/${OUT}`, from.outBytes)
  for (const { fd, path, flags, position } of from.streams)
    FS.open(path, flags, 0o666, fd, fd).position = position
}

/** Also closes what the engine forgets to: its own file of rain, which it has deleted by then. */
export function closeAll({ FS }: SwmmModule): void {
  for (const stream of [...FS.streams]) if (stream && stream.fd >= STANDARD_STREAMS) FS.close(stream)
}

/** Makes the memory what it was when that image was taken. */
export function restore(swmm: SwmmModule, { size, pages, memory }: Image): void {
  // Each call takes room away, until the memory has to grow.
  while (swmm.HEAPU8.length < size) swmm._malloc(size - swmm.HEAPU8.length)
  swmm.HEAPU8.fill(0)
  for (const [i, page] of pages.entries())
    swmm.HEAPU8.set(memory.subarray(i * PAGE, (i + 1) * PAGE), page * PAGE)
}

export function imageOf(memory: Uint8Array): Image {
  const words = new Uint32Array(memory.buffer, memory.byteOffset, memory.length / 4)
  const used: number[] = []
  for (let page = 0; page * PAGE < memory.length; page++) {
    const to = ((page + 1) * PAGE) / 4
    for (let at = (page * PAGE) / 4; at < to; at++)
      if (words[at] !== 0) {
        used.push(page)
        break
      }
  }
  const copy = new Uint8Array(used.length * PAGE)
  for (const [i, page] of used.entries()) copy.set(memory.subarray(page * PAGE, (page + 1) * PAGE), i * PAGE)
  return { size: memory.length, pages: Uint32Array.from(used), memory: copy }
}
