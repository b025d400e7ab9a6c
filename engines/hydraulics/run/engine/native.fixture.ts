import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const RUNTIME = '/usr/share/wabt/wasm2c'
const BRIDGE = fileURLToPath(new URL('./native.fixture.c', import.meta.url))

/** What names of functions and of the runtime depend on. */
export const canBuild =
  spawnSync('wasm2c', ['--version']).stdout?.toString().trim() === '1.0.32' &&
  spawnSync('cc', ['--version']).status === 0

/**
 * A `libswmm5` of EPA's own engine: the WebAssembly that is built in, translated to C and compiled. What the engine computes
 * is the same to the last bit; how it is called, its threads, its files and its strings are those of any native library.
 * @returns its path, in that folder
 */
export function buildLibrary(folder: string): string {
  const at = (name: string) => join(folder, name)
  writeFileSync(at('swmm.wasm'), builtIn())
  run('wasm2c', [at('swmm.wasm'), '-o', at('swmm.c'), '--module-name', 'swmm'])
  // Signals are Node's: the library checks its bounds itself.
  const flags = [
    '-w',
    '-fPIC',
    '-shared',
    '-DWASM_RT_MEMCHECK_SIGNAL_HANDLER=0',
    `-I${folder}`,
    `-I${RUNTIME}`,
  ]
  run('cc', [...flags, '-o', at('libswmm5.so'), BRIDGE, at('swmm.c'), join(RUNTIME, 'wasm-rt-impl.c'), '-lm'])
  return at('libswmm5.so')
}

function builtIn(): Uint8Array {
  const script = createRequire(import.meta.url).resolve('@fileops/swmm-wasm-web')
  const [, base64] = /data:application\/octet-stream;base64,([\w+/=]+)/.exec(
    readFileSync(script, 'utf8'),
  ) as RegExpExecArray
  return Buffer.from(base64 as string, 'base64')
}

function run(program: string, words: readonly string[]): void {
  const { status, stderr } = spawnSync(program, words)
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
}
