/** Builds what runs: the program to dist/ (by tsc, so that a type error stops it) and the pages to dist/web. */
import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const run = (command, ...words) => {
  const { status } = spawnSync(process.execPath, [`node_modules/${command}`, ...words], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
const only = process.argv[2]

if (only !== 'web') {
  for (const floor of ['app/cli', 'app/server', 'systems', 'kernel', 'engines'])
    rmSync(`dist/${floor}`, { recursive: true, force: true })
  run('typescript/bin/tsc', '-p', 'tsconfig.build.json')
  // What the program reads beside its code.
  const assets = /\.(sql|json|txt|dmn|bpmn|yaml|md|gz)$/
  for (const floor of ['app', 'systems', 'kernel', 'engines'])
    cpSync(floor, `dist/${floor}`, {
      recursive: true,
      filter: (path) =>
        !/\/(web|node_modules)(\/|$)/.test(path) && (!/\.[a-z]+$/i.test(path) || assets.test(path)),
    })
}
if (only !== 'node') {
  run('vite/bin/vite.js', 'build', '--logLevel', 'warn')
  // Compressed once here, so that the server only picks a file.
  for (const name of readdirSync('dist/web/assets').filter((file) => /\.(m?js|css|svg)$/.test(file))) {
    const body = readFileSync(`dist/web/assets/${name}`)
    const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
    writeFileSync(`dist/web/assets/${name}.br`, brotliCompressSync(body, brotli))
    writeFileSync(`dist/web/assets/${name}.gz`, gzipSync(body))
  }
}
