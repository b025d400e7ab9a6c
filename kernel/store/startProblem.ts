import { GaoxinError } from '../errors.ts'
import { text } from '../text.ts'

/** What a failed start is told as: the causes that a person can mend by name, the rest with its last words. */
export function startProblem(cause: unknown, folder: string): GaoxinError {
  if (cause instanceof GaoxinError) return cause
  const { code = '', stderr, message, syscall } = cause as NodeJS.ErrnoException & { stderr?: string }
  const words = (stderr || message || '').trim()
  const at = { place: folder, value: code || undefined, cause, status: 503 }
  // 53100 is PostgreSQL's own code for a full disk.
  if (/^(ENOSPC|EDQUOT|53100)$/.test(`${code}`) || /no space left|quota exceeded/i.test(words))
    return new GaoxinError(
      'STORE_DISK_FULL',
      text('磁盘已满，内置数据库无法启动', 'The disk is full, the embedded database cannot start'),
      text(
        '请腾出至少 1 GB 空间后再试，或用 GAOXIN_DATA 指定另一块磁盘上的目录',
        'Free at least 1 GB and try again, or name a folder on another disk in GAOXIN_DATA',
      ),
      at,
    )
  // A program that cannot be spawned (EACCES too) says nothing about the folder.
  const refused = /^(EACCES|EPERM|EROFS|EEXIST|ENOTDIR)$/.test(`${code}`) && !syscall?.startsWith('spawn')
  if (refused || /permission denied|read-only file system|wrong ownership|invalid permissions/i.test(words))
    return new GaoxinError(
      'STORE_FOLDER',
      text('数据目录不能写入', 'The data folder cannot be written'),
      text(
        '请检查它是目录、归当前用户所有且可写，或用 GAOXIN_DATA 指定另一个目录',
        'Check that it is a folder, belongs to you and may be written, or name another one in GAOXIN_DATA',
      ),
      at,
    )
  const last = words.split('\n').slice(-3).join(' ')
  return new GaoxinError(
    'STORE_EMBEDDED',
    text('内置数据库无法启动', 'The embedded database cannot start'),
    text(
      `请检查磁盘空间与目录权限，或用 DATABASE_URL 指定一个 PostgreSQL 15 以上的服务器。它最后说：${last}`,
      `Check disk space and folder permissions, or name a PostgreSQL 15+ server in DATABASE_URL. Its last words: ${last}`,
    ),
    at,
  )
}

export const versionProblem = (found: string, carried: string, folder: string) =>
  new GaoxinError(
    'STORE_VERSION',
    text(
      `数据目录由 PostgreSQL ${found} 建立，本程序自带的是 PostgreSQL ${carried}`,
      `The data folder was made by PostgreSQL ${found}, this program carries PostgreSQL ${carried}`,
    ),
    text(
      `数据没有改动。请改用自带 PostgreSQL ${found} 的那一版程序打开；要搬到新版，用 pg_dump 导出后导入新目录（GAOXIN_DATA）`,
      `Nothing was changed. Open it with the version of the program that carries PostgreSQL ${found}; to move, pg_dump it and load that into a new folder (GAOXIN_DATA)`,
    ),
    { place: folder, value: found, status: 503 },
  )
