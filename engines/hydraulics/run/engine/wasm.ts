/// <reference path="./swmm-wasm-web.d.ts" />
import type { SwmmModule } from '@fileops/swmm-wasm-web'
import { HydraulicsError } from '../../errors.ts'
import { closeAll, frozen, imageOf, restore, thaw } from './freeze.ts'
import { type FreezingEngine, type FreezingSession, MODEL, OUT, REPORT } from './types.ts'

const FOLDER = '/run'

/**
 * Where this build of the package has `TotalDuration`, `RoutingDuration`, `NewRunoffTime` and `NewRoutingTime`, doubles, ms;
 * and the pointer to its `Xnode`s.
 */
const AT = {
  duration: 0xeac0,
  routingDuration: 0xeac8,
  runoffTime: 0xead0,
  routingTime: 0xead8,
  nodes: 0x112a0,
}
/** Bytes of a `TXnode`, and where its `oldSurfArea` is. */
const NODE = { size: 40, surface: 16 }

/**
 * The engine that is built in: EPA SWMM 5.2.2 in WebAssembly. This file and `freeze.ts` alone know its package. Runs in Node and
 * in a browser's worker, and holds the thread while it computes.
 */
export async function openWasm(): Promise<FreezingEngine> {
  const { default: createModule } = await import('@fileops/swmm-wasm-web')
  const swmm = await asInBrowser(() => createModule({ print: () => {}, printErr: () => {} }))
  swmm.FS.mkdir(FOLDER)
  swmm.FS.chdir(FOLDER)
  const elapsed = swmm._malloc(8)
  // The engine reads some of its memory before it has written there (melt on the parts of a catchment that it has not): from
  // what ran before in this thread, a run could get numbers without sense.
  const clean = imageOf(swmm.HEAPU8)
  return {
    kind: 'wasm',
    begin: (model, files) => {
      restore(swmm, clean)
      swmm.FS.writeFile(MODEL, model)
      for (const [name, body] of Object.entries(files)) swmm.FS.writeFile(name, body)
      return session(swmm, elapsed, false)
    },
    resume: (from) => {
      thaw(swmm, FOLDER, from)
      return session(swmm, from.elapsed, true)
    },
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

function session(swmm: SwmmModule, elapsed: number, opened: boolean): FreezingSession {
  const { asm, FS } = swmm
  let open = opened
  const surfaceAt = (node: number) =>
    ((swmm.HEAPU32[AT.nodes >> 2] as number) + NODE.size * node + NODE.surface) >> 3
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
      if (open) asm.fflush(0)
      const { exists, object } = FS.analyzePath(name)
      return exists ? object.contents?.subarray(from, object.usedBytes) : undefined
    },
    freeze: () => frozen(swmm, FOLDER, elapsed),
    runoffTime: () => swmm.HEAPF64[AT.runoffTime >> 3] as number,
    surfaces: (nodes) => Array.from({ length: nodes }, (_, i) => swmm.HEAPF64[surfaceAt(i)] as number),
    setSurfaces: (areas) => {
      for (const [i, area] of areas.entries()) swmm.HEAPF64[surfaceAt(i)] = area
    },
    endAt: (time) => {
      const of = (at: number) => swmm.HEAPF64[at >> 3] as number
      const now = (swmm.HEAPF64[elapsed >> 3] as number) * 86_400_000
      if (of(AT.duration) !== of(AT.routingDuration) || Math.abs(of(AT.routingTime) - now) > 1)
        throw new HydraulicsError('hydraulics/engine', 'wasm', 'another build')
      swmm.HEAPF64[AT.duration >> 3] = time
      swmm.HEAPF64[AT.routingDuration >> 3] = time
    },
    dispose: () => {
      if (open) {
        called(() => asm.swmm_end())
        called(() => asm.swmm_close())
      }
      closeAll(swmm)
      for (const name of FS.readdir(FOLDER)) if (name !== '.' && name !== '..') FS.unlink(name)
    },
  }
}
