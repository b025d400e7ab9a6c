#!/usr/bin/env node
import { Command as Program } from 'commander'
import { GaoxinError } from '../../kernel/errors.ts'
import { catalogueOf } from '../../kernel/figures/index.ts'
import type { Command, CommandIo } from '../../kernel/system.ts'
import { findSystems } from '../systems.ts'
import { openZone, type Zone, type ZoneOptions } from '../zone.ts'
import { type AccountOptions, accountCreate, accountReset } from './account.ts'
import { auditHead, auditVerify } from './audit.ts'
import type { CalibrateCliOptions } from './calibrate.ts'
import type { DecideOptions } from './decide.ts'
import { freshZone } from './fresh.ts'
import { initCommand } from './init.ts'
import { keysAdd, keysRotate } from './keys.ts'
import { type ReflagOptions, seriesImport, seriesKept, seriesKey, seriesReflag } from './series.ts'
import { portOf, zoneOptions } from './settings.ts'
import { handleSignals } from './signals.ts'
import type { SimulateIo, SimulateOptions } from './simulate.ts'
import { startCommand } from './start.ts'
import { writeOutput } from './write.ts'

const language: 'zh' | 'en' = (process.env.GAOXIN_LANG ?? 'zh') === 'en' ? 'en' : 'zh'
const say = (zh: string, en: string) => (language === 'zh' ? zh : en)

const io: CommandIo = {
  language,
  print: (line) => {
    process.stdout.write(`${line}\n`)
  },
  write: writeOutput,
}

/** Opens the zone, does the work and closes it again, whatever happens. */
async function inZone(
  work: (zone: Zone) => Promise<number>,
  options: Partial<ZoneOptions> = {},
): Promise<void> {
  const zone = await openZone({ ...zoneOptions(process.env), ...options })
  try {
    process.exitCode = await work(zone)
  } finally {
    await zone.close()
  }
}

// A reader that closes the pipe (| head) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

/** For work that takes long: how far it is goes to the terminal, if there is one. */
function watchedIo(): SimulateIo {
  const { stderr } = process
  const progress = stderr.isTTY
    ? (done: number) => void stderr.write(`\r${Math.round(done * 100)}%${done === 1 ? '\r     \r' : ''}`)
    : undefined
  return { ...io, warn: (line) => void stderr.write(`${line}\n`), progress }
}

const program = new Program('gaoxin')
  .description(
    say(
      '高新：从年度计划到年度报告，每个数字都可追溯',
      'From the yearly plan to the yearly report, every figure traceable',
    ),
  )
  .helpOption('-h, --help', say('显示帮助', 'show help'))
  .helpCommand('help [command]', say('显示某条命令的帮助', 'show help for a command'))

program
  .command('start')
  .description(
    say(
      '打开数据库（首次装入示范区）、核验报告、提供网页',
      'Open the database (load the demonstration zone at first), verify the report, serve the web',
    ),
  )
  .option('--exit', say('打印核验表后退出', 'stop after the verification table'))
  .option('--port <port>', say('端口', 'port'), process.env.PORT || '7700')
  .option('--host <host>', say('监听地址', 'address to listen on'), process.env.HOST || '127.0.0.1')
  .action(async (options: { exit?: boolean; port: string; host: string }) => {
    process.exitCode = await startCommand(zoneOptions(process.env), options, io)
  })

program
  .command('read')
  .description(say('读一份报告：结构、数字、任务', 'Read a report: structure, figures, tasks'))
  .argument('<files...>', say('.txt .docx .html .pdf 文件', '.txt .docx .html .pdf files'))
  .option('--json', say('以 JSON 输出', 'print JSON'))
  .option('--html [file]', say('输出标注页', 'write an annotated page'))
  .action(async (files: string[], options: { json?: boolean; html?: string | boolean }) => {
    const { readCommand } = await import('./read.ts')
    const systems = await findSystems()
    const catalogue = catalogueOf(systems.flatMap((system) => system.indicators))
    process.exitCode = await readCommand(
      files,
      { ...options, lang: language, catalogue },
      { stdout: process.stdout, stderr: process.stderr },
    )
  })

program
  .command('decide')
  .description(say('按一个 DMN 模型判断', 'Decide by a DMN model'))
  .argument('<model>', say('.dmn 文件', '.dmn file'))
  .requiredOption('--decision <name>', say('模型里决策的名称', 'the decision, as the model names it'))
  .requiredOption(
    '--input <file>',
    say('一个对象的 JSON，或多个对象的 CSV', 'JSON of one subject, CSV of several'),
  )
  .option('--json', say('以 JSON 输出', 'print JSON'))
  .option('--explain', say('说明理由', 'say why'))
  .option('--sql', say('由数据库用一条查询整批判断', 'ask a database, in one query over all of them'))
  .action(async (file: string, options: DecideOptions) => {
    const { decideCommand } = await import('./decide.ts')
    const warn = (line: string) => process.stderr.write(`${line}\n`)
    process.exitCode = await decideCommand(
      file,
      options,
      { ...io, warn },
      new Date().toISOString(),
      process.env.DATABASE_URL,
    )
  })

program
  .command('simulate')
  .description(say('用 SWMM 引擎计算一个排水模型', 'Run a drainage model on the engine of SWMM'))
  .argument('<model>', say('.inp 文件', '.inp file'))
  .option('--out <file>', say('写出二进制结果（.out）', 'write the binary results (.out)'))
  .option('--json', say('以 JSON 输出', 'print JSON'))
  .action(async (file: string, options: SimulateOptions) => {
    const { simulateCommand } = await import('./simulate.ts')
    process.exitCode = await simulateCommand(file, options, watchedIo(), process.env.SWMM_LIB)
  })

const inp = program
  .command('inp')
  .description(say('排水模型（EPA SWMM .inp）', 'Drainage models (EPA SWMM .inp)'))
inp
  .command('calibrate')
  .description(
    say(
      '按实测数据率定糙率、汇水宽度、不透水率',
      'Fit roughness, width and imperviousness to what was observed',
    ),
  )
  .argument('<model>', say('.inp 文件', '.inp file'))
  .requiredOption(
    '--observed <file>',
    say(
      'CSV：首行为 at,object,variable,value；variable 为 depth、head 或 flow',
      'CSV whose first line is at,object,variable,value; variable is depth, head or flow',
    ),
  )
  .option(
    '--rain <path>',
    say(
      '实测降雨，代替模型里的：CSV（首行为 at,雨量计,…，mm/h），或雷达格网（.asc，文件名含时刻）所在文件夹',
      "measured rain in place of the model's: a CSV whose first line is at,GAUGE,… (mm/h), or a folder of radar grids (.asc, named by their moments)",
    ),
  )
  .option('--factors <names>', say('率定哪些参数，逗号分隔', 'which to fit, with commas between'))
  .option('--runs <n>', say('大约计算多少次', 'about how many runs'))
  .option('--out <file>', say('写出率定后的模型', 'write the calibrated model'))
  .option('--json', say('以 JSON 输出', 'print JSON'))
  .action(async (file: string, options: CalibrateCliOptions) => {
    const { calibrateCommand } = await import('./calibrate.ts')
    process.exitCode = await calibrateCommand(file, options, watchedIo(), process.env.SWMM_LIB)
  })
inp
  .command('check')
  .description(say('逐行列出模型里的错误', 'List what is wrong with a model, line by line'))
  .argument('<files...>', say('.inp 文件', '.inp files'))
  .option('--json', say('以 JSON 输出', 'print JSON'))
  .action(async (files: string[], options: { json?: boolean }) => {
    const { inpCheckCommand } = await import('./inp.ts')
    process.exitCode = await inpCheckCommand(files, options, io)
  })

program
  .command('init')
  .description(
    say('建立一个空的区，用于真实数据', 'Create an empty zone for real data, without the demonstration'),
  )
  .action(async () => {
    process.exitCode = await initCommand(zoneOptions(process.env), io)
  })

const account = program
  .command('account')
  .description(say('在本机开户、重置密码', 'Open accounts and reset passwords at this machine'))
account
  .command('create')
  .description(say('开户，打印一次性密码', 'Open an account and print a one-time password'))
  .argument('<login>', say('登录名', 'login name'))
  .option('--name <name>', say('姓名或名称', 'display name'))
  .option('--kind <kind>', 'officer | enterprise | resident', 'officer')
  .option('--role <role>', say('岗位角色，如 security', 'role of the post, such as security'))
  .option('--office <id>', say('机构编号', 'id of the office'), 'committee')
  .option('--grid <code>', say('岗位所负责的网格', 'grid that the post looks after'))
  .option('--enterprise <code>', say('统一社会信用代码', 'unified social credit code'))
  .action((login: string, options: AccountOptions) =>
    inZone((zone) => accountCreate(zone, io, login, options), { whenNew: 'refuse' }),
  )
account
  .command('reset')
  .description(say('重置密码，解除锁定', 'Set a one-time password and lift a lock'))
  .argument('<login>', say('登录名', 'login name'))
  .option('--totp', say('同时解除动态码', 'take off TOTP as well'))
  .action((login: string, options: { totp?: boolean }) =>
    inZone((zone) => accountReset(zone, io, login, options), { whenNew: 'refuse' }),
  )

const audit = program
  .command('audit')
  .description(say('核对变更记录是否被人动过', 'Check that nobody tampered with the history'))
audit
  .command('verify')
  .description(say('从头重算封存链', 'Recompute the chain of seals from its beginning'))
  .option('--head <number:hash>', say('与存档的链头核对', 'check against a head that was filed'))
  .action((options: { head?: string }) => inZone((zone) => auditVerify(zone, io, options.head)))
audit
  .command('head')
  .description(say('打印链头，供打印存档', 'Print the head of the chain, to be filed on paper'))
  .option('--day <date>', say('某日的链头', 'the head of a day'))
  .action((options: { day?: string }) => inZone((zone) => auditHead(zone, io, options.day)))

const keys = program.command('keys').description(say('个人信息的密钥', 'Keys to personal data'))
keys
  .command('add')
  .description(say('在密钥文件中加一把新密钥', 'Add a key to the key file'))
  .action(async () => {
    process.exitCode = await keysAdd(zoneOptions(process.env), io)
  })
keys
  .command('rotate')
  .description(say('用最新的密钥重新加密个人信息', 'Encrypt personal data anew under the newest key'))
  .action(() => inZone((zone) => keysRotate(zone, io)))

const series = program.command('series').description(say('监测数据', 'Readings of devices'))
series
  .command('import')
  .description(say('导入监测数据', 'Import readings'))
  .argument(
    '<file>',
    say('CSV：首行为 device,quantity,at,value', 'CSV whose first line is device,quantity,at,value'),
  )
  .action((file: string) => inZone((zone) => seriesImport(zone, io, file), { whenNew: 'refuse' }))
series
  .command('key')
  .description(say('为设备生成密钥，只显示一次', 'Make a key for a device, shown once'))
  .argument('<device>', say('设备编码', 'code of the device'))
  .option('--revoke', say('改为作废它的全部密钥', 'take all its keys away instead'))
  .action((device: string, options: { revoke?: boolean }) =>
    inZone((zone) => seriesKey(zone, io, device, options), { whenNew: 'refuse' }),
  )
series
  .command('kept')
  .description(say('存了多少、存多久、拒收了什么', 'What is kept, for how long, and what was refused'))
  .action(() => inZone((zone) => seriesKept(zone, io), { whenNew: 'refuse' }))
series
  .command('reflag')
  .description(
    say('限值改过之后，重新判定已存读数', 'Judge kept readings anew after their limits have changed'),
  )
  .option('--device <code>', say('只判这台设备', 'only this device'))
  .option('--quantity <id>', say('只判这个监测量', 'only this quantity'))
  .option('--from <day>', say('自这一天起，2026-11-01', 'from this day on, 2026-11-01'))
  .option('--to <day>', say('到这一天止，含当天', 'up to this day, which is included'))
  .action((options: ReflagOptions) =>
    inZone((zone) => seriesReflag(zone, io, options), { whenNew: 'refuse' }),
  )

const drainage = program.command('drainage').description(say('排水管网', 'The drainage network'))
drainage
  .command('replay')
  .description(
    say(
      '重演过去的一场暴雨：按当时所知逐次推演，再与后来的实测对照',
      'Replay a storm that is past: run again by what was known then, scored against what sensors later said',
    ),
  )
  .option(
    '--from <time>',
    say(
      '起，如 2024-10-31T13:30；不写则取最近一场',
      'from, such as 2024-10-31T13:30; the newest storm without it',
    ),
  )
  .option('--to <time>', say('止', 'to'))
  .action(async (given: { from?: string; to?: string }) => {
    const { replayCommand } = await import('./drainageReplay.ts')
    await inZone((zone) => replayCommand(zone, io, given), { whenNew: 'refuse' })
  })
drainage
  .command('demo')
  .description(
    say(
      '从零开始放一场暴雨：管网、监测设备、孪生与预警，网页同时可看',
      'Play a storm from cold: network, sensors, twin and warnings, with the pages open meanwhile',
    ),
  )
  .option('--speed <times>', say('几倍于真实时间', 'times real time'), '60')
  .option('--minutes <n>', say('降雨历时（分钟）', 'minutes of rain'), '120')
  .option('--years <n>', say('重现期（年）', 'once in so many years'), '5')
  .option('--data <folder>', say('新区所在的文件夹，须为空', 'folder of the new zone, which must be empty'))
  .option('--port <port>', say('网页端口', 'port of the pages'), process.env.PORT || '7700')
  .option('--exit', say('放完即退出', 'stop after the storm'))
  .action(async ({ exit, ...given }: Record<string, string> & { exit?: string }) => {
    const { demoOptions, showDrainage } = await import('./drainage.ts')
    const options = demoOptions(given)
    const port = portOf(given.port ?? '')
    await inZone(
      (zone) => showDrainage(zone, io, options, { port, exit: exit !== undefined }),
      // A demonstration, whose posts anybody may take: in an empty zone nobody could open the pages.
      { ...(await freshZone(given.data, io)), whenNew: 'demonstration' },
    )
  })

/** Verbs that systems declare: `gaoxin verify`, `gaoxin report`. */
function addCommand(command: Command): void {
  const verb = program.command(command.name).description(command.summary[language])
  for (const { name, many } of command.arguments ?? []) verb.argument(many ? `<${name}...>` : `<${name}>`)
  for (const { flags, about, default: value } of command.options) verb.option(flags, about[language], value)
  verb.action(async (...given: unknown[]) => {
    const options = given.at(-2) as Record<string, string | boolean>
    const words = given.slice(0, -2).flat() as string[]
    const where = command.zone === 'fresh' ? await freshZone(options.data, io) : {}
    return inZone((zone) => command.run(zone.context(), options, io, words), where)
  })
}

/** One sentence for what a person can mend; anything else is a fault of ours and says where to look. */
function report(error: unknown): void {
  process.exitCode = 2
  if (error instanceof GaoxinError) process.stderr.write(`${error.line(language)}\n`)
  else {
    process.stderr.write(
      `${say('[INTERNAL] 程序内部出错，请附上下面的信息反馈', '[INTERNAL] Something went wrong inside; please report this')}: ${String((error as Error)?.message ?? error)}\n`,
    )
    if (process.env.GAOXIN_DEBUG) process.stderr.write(`${(error as Error)?.stack}\n`)
  }
}

handleSignals()
try {
  for (const system of await findSystems()) for (const command of system.commands ?? []) addCommand(command)
  await program.parseAsync()
} catch (error) {
  report(error)
}
