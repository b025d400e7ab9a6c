import { rotateTotp } from '../../kernel/access/index.ts'
import { addKeyToFile, personalColumns, rotate } from '../../kernel/store/index.ts'
import type { CommandIo } from '../../kernel/system.ts'
import { allRecords } from '../systems.ts'
import type { Zone, ZoneOptions } from '../zone.ts'

/** `gaoxin keys add`: one more key to personal data, which encrypts once the programs have been started again. */
export async function keysAdd(options: ZoneOptions, io: CommandIo): Promise<number> {
  const id = await addKeyToFile({ folder: options.folder, given: options.keys })
  io.print(
    io.language === 'zh'
      ? `已加入密钥 ${id}。请备份密钥文件，重新启动程序，再运行 gaoxin keys rotate`
      : `Added key ${id}. Keep a copy of the key file, start the programs again, then run gaoxin keys rotate`,
  )
  return 0
}

/** `gaoxin keys rotate`: what is not under the newest key is encrypted anew; broken off, it goes on where it was. */
export async function keysRotate(zone: Zone, io: CommandIo): Promise<number> {
  let total = 0
  for (const record of allRecords(zone.systems).values()) {
    if (personalColumns(record).length === 0) continue
    const rows = await rotate(zone.context(), record)
    total += rows
    io.print(`${record.name[io.language]} ${rows}`)
  }
  const telephones = await rotateTotp(zone.context())
  total += telephones
  io.print(`${io.language === 'zh' ? '动态码密钥' : 'TOTP secrets'} ${telephones}`)
  io.print(
    io.language === 'zh'
      ? `重新加密 ${total} 行。旧密钥仍须保留：历史记录用它读取`
      : `${total} rows encrypted anew. Keep the old keys: the history is read with them`,
  )
  return 0
}
