/// <reference path="./swmm-wasm-web.d.ts" />
import type { SwmmModule } from '@fileops/swmm-wasm-web'
import { HydraulicsError } from '../../errors.ts'
import { type Engine, MODEL, OUT, REPORT, type Session } from './types.ts'

const FOLDER = '/run'

/**
 * The engine that is built in: EPA SWMM 5.2.2 in WebAssembly. This is the only file that knows its package. Runs in Node and
 * in a browser's worker, and holds the thread while it computes.
 */
export async function openWasm(): Promise<Engine> {
  const { default: createModule } = await import('@fileops/swmm-wasm-web')
  const swmm = await asInBrowser(() => createModule({ print: () => {}, printErr: () => {} }))
  swmm.FS.mkdir(FOLDER)
  swmm.FS.chdir(FOLDER)
  const elapsed = swmm._malloc(8)
  return {
    kind: 'wasm',
    begin: (model, files) => begin(swmm, elapsed, model, files),
    memory: () => swmm.HEAPU8.length,
    close: () => {},
  }
}

/** The package asks for a `window` while it starts, and only then; Node and workers have none. */
function asInBrowser<T>(start: () => T): T {
  const place = globalThis as { window?: unknown; importScripts?: unknown }
  if (place.window !== undefined || place.importScripts !== undefined) return start()
  place.window = {}
  try {
    return start()
  } finally {
    delete place.window
  }
}

function begin(
  swmm: SwmmModule,
  elapsed: number,
  model: string,
  files: Readonly<Record<string, Uint8Array>>,
): Session {
  const { asm, FS } = swmm
  FS.writeFile(MODEL, model)
  for (const [name, body] of Object.entries(files)) FS.writeFile(name, body)
  let open = false
  const called = (call: () => number): number => {
    try {
      return call()
    } catch (cause) {
      // Out of memory, or a fault inside: nothing can be asked of this instance any more.
      open = false
      throw new HydraulicsError('hydraulics/engine', 'wasm', String((cause as Error).message), [], cause)
    }
  }
  return {
    open: () => {
      open = true
      return called(() =>
        swmm.ccall('swmm_open', 'number', ['string', 'string', 'string'], [MODEL, REPORT, OUT]),
      )
    },
    start: () => called(() => asm.swmm_start(1)),
    step: () => {
      const error = called(() => asm.swmm_step(elapsed))
      return { error, elapsed: swmm.HEAPF64[elapsed >> 3] as number }
    },
    end: () => called(() => asm.swmm_end()),
    report: () => called(() => asm.swmm_report()),
    close: () => {
      open = false
      return called(() => asm.swmm_close())
    },
    read: (name, from = 0) => {
      const { exists, object } = FS.analyzePath(name)
      return exists ? object.contents?.subarray(from, object.usedBytes) : undefined
    },
    dispose: () => {
      if (open) {
        called(() => asm.swmm_end())
        called(() => asm.swmm_close())
      }
      for (const name of FS.readdir(FOLDER)) if (name !== '.' && name !== '..') FS.unlink(name)
    },
  }
}
