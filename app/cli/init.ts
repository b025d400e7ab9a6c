import type { CommandIo } from '../../kernel/system.ts'
import { openZone, type ZoneOptions } from '../zone.ts'

const NEXT = {
  zh: [
    '已建立一个空的区：没有演示数据，不登录的人只能看公开页面',
    '下一步：',
    '  gaoxin account create 登录名 --role security   第一个安全管理员，由其开立其他账号',
    '  gaoxin start                                    提供网页',
    '请备份数据目录中的 keys.json，并与数据库备份分开存放',
  ],
  en: [
    'An empty zone is there: no demonstration data; who has not signed in sees public pages only',
    'Next:',
    '  gaoxin account create LOGIN --role security    the first security administrator, who opens all other accounts',
    '  gaoxin start                                   serves the web',
    'Keep a copy of keys.json from the data folder, apart from copies of the database',
  ],
} as const

/** `gaoxin init`: an empty zone for real data. Where it is there already nothing changes. */
export async function initCommand(options: ZoneOptions, io: CommandIo): Promise<number> {
  const zone = await openZone({ ...options, whenNew: 'empty' })
  await zone.close()
  for (const line of NEXT[io.language]) io.print(line)
  return 0
}
