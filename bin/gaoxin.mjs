#!/usr/bin/env node
import { existsSync } from 'node:fs'

const built = new URL('../dist/app/cli/main.js', import.meta.url)
if (!existsSync(built)) {
  process.stderr.write(
    '尚未构建，请先运行 npm ci（或 npm run build）。Not built yet: run npm ci (or npm run build) first.\n',
  )
  process.exit(2)
}
await import(built.href)
