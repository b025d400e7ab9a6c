import type { Engine } from './types.ts'
import { openWasm } from './wasm.ts'

/**
 * The engine that is built in, or a native library.
 * @param library path of a `libswmm5` of SWMM 5.2
 * @throws HydraulicsError hydraulics/library
 */
export async function openEngine(library?: string): Promise<Engine> {
  if (!library) return openWasm()
  const { openNative } = await import('./native.ts')
  return openNative(library)
}
