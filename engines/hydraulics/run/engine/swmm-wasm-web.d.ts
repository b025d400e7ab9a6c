/** `@fileops/swmm-wasm-web` 0.0.4: EPA SWMM 5.2 by Emscripten; it brings no types. */
declare module '@fileops/swmm-wasm-web' {
  export interface Node {
    /** Longer than what is used; null while nothing is written. */
    readonly contents: Uint8Array | null
    readonly usedBytes: number
  }
  export interface Stream {
    readonly fd: number
    readonly path: string
    readonly flags: number
    position: number
  }
  export interface SwmmModule {
    readonly asm: {
      swmm_start(save: number): number
      swmm_step(elapsed: number): number
      swmm_end(): number
      swmm_report(): number
      swmm_close(): number
      /** 0: writes out what streams hold back. */
      fflush(stream: number): number
    }
    readonly HEAPF64: Float64Array
    readonly HEAPU8: Uint8Array
    readonly HEAPU32: Uint32Array
    _malloc(size: number): number
    ccall(name: 'swmm_open', returns: 'number', types: readonly 'string'[], words: readonly string[]): number
    readonly FS: {
      mkdir(path: string): void
      chdir(path: string): void
      writeFile(path: string, body: Uint8Array | string): void
      unlink(path: string): void
      readFile(path: string): Uint8Array
      truncate(path: string, size: number): void
      open(path: string, flags: number, mode: number, fdFrom: number, fdTo: number): Stream
      close(stream: Stream): void
      readonly streams: readonly (Stream | null | undefined)[]
      readdir(path: string): readonly string[]
      analyzePath(path: string): { readonly exists: boolean; readonly object: Node }
    }
  }
  export default function createModule(options: {
    print?(line: string): void
    printErr?(line: string): void
  }): Promise<SwmmModule>
}
