import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFIX = 'gaoxin-import-'

/** Where uploaded files lie while they are worked on: this program's own, for its account's eyes only. */
export async function openFolder(parent = tmpdir()): Promise<string> {
  await sweep(parent)
  return mkdtemp(join(parent, `${PREFIX}${process.pid}-`))
}

/** Takes away what programs left behind that ended without doing so themselves. */
async function sweep(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1])
    // A folder of another account stays: taking it away fails, and is not ours to do.
    if (pid && pid !== process.pid && !runs(pid))
      await rm(join(parent, name), { recursive: true, force: true }).catch(() => {})
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
