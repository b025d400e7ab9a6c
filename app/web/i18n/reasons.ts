import type { Language } from '../../../kernel/text.ts'

/**
 * The reasons that the program itself gives for a change. They are kept in Chinese, under the seals of the history; here is
 * their English. `{}` stands for what differs: a name, or what a person said.
 */
const REASONS: readonly (readonly [zh: string, en: string])[] = [
  ['升级数据库', 'database brought up to date'],
  ['纳入变更记录', 'taken into the history'],
  ['建立新区', 'new zone'],
  ['建立演示数据', 'demonstration data'],
  ['命令行开户', 'account opened on the command line'],
  ['命令行重置密码', 'password set anew on the command line'],
  ['开户', 'account opened'],
  ['任命岗位', 'post given'],
  ['结束岗位', 'post ended'],
  ['调整岗位网格', 'cells of a post changed'],
  ['岗位代理', 'somebody stands in'],
  ['上传附件', 'file added'],
  ['删除附件', 'file removed'],
  ['附件归入记录', 'file put with its row'],
  ['清理未归属的附件', 'files of no row swept'],
  ['封存办件过程', 'cases sealed'],
  ['随系统交付的流程', 'process that comes with the system'],
  ['随系统交付的规则', 'rule that comes with the system'],
  ['更换个人信息密钥', 'key of personal data changed'],
  ['回放', 'played back'],
  ['回放：到期', 'played back: due'],
  ['核实', 'verified'],
  ['受理立案', 'accepted'],
  ['派遣', 'dispatched'],
  ['处置', 'handled'],
  ['核查', 'checked'],
  ['立案派遣', 'accepted and dispatched'],
  ['上报', 'reported'],
  ['反映未解决', 'said to be unsolved'],
  ['满意度评价', 'rated by who reported it'],
  ['并案', 'joined with another case'],
  ['现场照片', 'photo on site'],
  ['不是照片', 'no photo'],
  ['公开照片', 'photo made public'],
  ['不再公开照片', 'photo public no more'],
  ['监测诊断', 'diagnosis from sensors'],
  ['管网养护', 'maintenance of the network'],
  ['导入 {}', 'import of {}'],
  ['取消重演', 'replay cancelled'],
  ['暴雨重演', 'replay of a storm'],
  ['孪生推演', 'run of the twin'],
  ['排水监测示例', 'sample of drainage sensors'],
  ['亩均效益评价公示', 'notice of output per mu'],
  ['亩均效益评价用地归集', 'land gathered for output per mu'],
  ['亩均效益评价试算', 'trial of output per mu'],
  ['公布亩均效益评价结果', 'outcome of output per mu published'],
  ['提出异议', 'objection'],
  ['答复异议', 'objection answered'],
  ['撤销非同一家认定：{}', 'no longer said to be two firms: {}'],
  ['认定不是同一家：{}', 'said to be two firms: {}'],
  ['合并企业：{}', 'firms merged: {}'],
  ['撤销合并：{}', 'merger taken back: {}'],
  ['答复督办单', 'supervision letter answered'],
  ['签收督办单', 'supervision letter received'],
  ['读入《{}》', 'reading of {}'],
  ['读入确认〔{}〕', 'reading confirmed ({})'],
  ['上传佐证材料', 'evidence added'],
  ['创新积分确认数据', 'data of innovation points confirmed'],
  ['创新积分算分', 'innovation points scored'],
  ['开创新积分批次', 'round of innovation points opened'],
  ['企业撤销积分单', 'sheet of points taken back by the firm'],
  ['企业同意向“{}”出具积分单', 'the firm agreed to a sheet of points for {}'],
  ['惠企政策全量匹配', 'all firms matched with policies'],
  ['惠企政策增量匹配', 'changed firms matched with policies'],
  ['确认读入的政策文件〔{}〕', 'policy confirmed ({})'],
  ['放弃读入的政策文件', 'policy given up'],
  ['读入银行回执', 'answer of the bank read'],
  ['免申即享推送', 'offered without a claim'],
  ['开始申报', 'claim begun'],
  ['登记追回', 'recovery entered'],
  ['确认收款账户', 'account for payment confirmed'],
  ['申报办理：{}', 'claim: {}'],
  ['兑现公示', 'notice of redemption'],
  ['公示异议', 'objection to a notice'],
  ['公示期满', 'notice over'],
  ['答复公示异议', 'objection to a notice answered'],
]

const ENGLISH = new Map(REASONS)
const PATTERNS = REASONS.filter(([zh]) => zh.includes('{}')).map(([zh, en]) => {
  const [head = '', tail = ''] = zh.split('{}')
  return { head, tail, en }
})

/** A reason as the reader reads it: the program's own in either language, a person's as it was written. */
export function reasonIn(why: string, language: Language): string {
  if (language === 'zh') return why
  const exact = ENGLISH.get(why)
  if (exact) return exact
  const found = PATTERNS.find(({ head, tail }) => why.startsWith(head) && why.endsWith(tail))
  return found
    ? found.en.replace('{}', () => why.slice(found.head.length, why.length - found.tail.length))
    : why
}
