/** Builds what runs: the program to dist/ (by tsc, so that a type error stops it) and the pages to dist/web. */
import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'

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
  const assets = /\.(sql|json|txt|dmn|bpmn|md)$/
  for (const floor of ['app', 'systems', 'kernel', 'engines'])
    cpSync(floor, `dist/${floor}`, {
      recursive: true,
      filter: (path) =>
        !/\/(web|node_modules)(\/|$)/.test(path) && (!/\.[a-z]+$/i.test(path) || assets.test(path)),
    })
}
if (only !== 'node') run('vite/bin/vite.js', 'build', '--logLevel', 'warn')
