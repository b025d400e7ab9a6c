import { GaoxinError } from '../../kernel/errors.ts'
import { type Text, text } from '../../kernel/text.ts'

/** Every error of the drainage register: its HTTP status, what is wrong, and what to do. */
const ERRORS = {
  DRAINAGE_NONE: [
    404,
    text('没有这个节点、管段或诊断', 'There is no such node, link or finding'),
    text('请从地图或列表进入', 'Choose it on the map or in the list'),
  ],
  DRAINAGE_START: [
    422,
    text('没有写明从哪里开始', 'Where to begin is not said'),
    text('请给出一个节点或一段管段，不要两者都给', 'Give a node or a link, and not both'),
  ],
  DRAINAGE_NO_WAY: [
    404,
    text('水不会从其中一处流到另一处', 'No water comes from one of them to the other'),
    text('请选同一条水路上的两处', 'Choose two places on one way of the water'),
  ],
  DRAINAGE_MODEL: [
    422,
    text('这个文件不是可用的 SWMM 模型', 'The file is no model of SWMM that can be used'),
    text('请按所列行号改正后再导入', 'Mend the lines that are listed, then import it again'),
  ],
  DRAINAGE_TAKEN: [
    409,
    text('这些编码已经登记', 'These codes are entered already'),
    text('请改文件里的编码，或先删除登记里的', 'Rename them in the file, or remove those of the register'),
  ],
  DRAINAGE_LARGE: [
    413,
    text('文件超过 30 MB', 'The file is larger than 30 MB'),
    text('请分成几个文件导入', 'Import it in parts'),
  ],
  DRAINAGE_FIELD: [
    404,
    text('这次推演的过程不再保留', 'What this run foresaw is no longer kept'),
    text('请看最近一次推演', 'Look at the newest run'),
  ],
  DRAINAGE_REPLAY_STRETCH: [
    422,
    text('只能重演已经过去、不超过 48 小时的一段', 'Only a past stretch of at most 48 hours can be replayed'),
    text('请另选起止时刻', 'Choose another stretch'),
  ],
  DRAINAGE_REPLAY_RUNNING: [
    409,
    text('已有一场重演在进行', 'A replay runs already'),
    text('请等它完成，或先取消它', 'Wait for it, or cancel it first'),
  ],
  DRAINAGE_REPLAY_SENSORS: [
    422,
    text('没有参与孪生的监测点，无从重演', 'There is no sensor of the twin, so nothing can be replayed'),
    text('请先登记排水监测点', 'Enter drainage sensors first'),
  ],
  DRAINAGE_REPLAY_GONE: [
    404,
    text('没有这场重演', 'There is no such replay'),
    text('请打开“内涝预报”，从“过去的暴雨”里选', 'Open the flood forecast and choose among past storms'),
  ],
  DRAINAGE_REPLAY_NONE: [
    404,
    text('没有在进行的这场重演', 'No such replay is running'),
    text('请刷新页面看它的状态', 'Open the page again to see how it ended'),
  ],
  DRAINAGE_REPLAY_OFFICE: [
    403,
    text('只有管网的管护单位可以重演', 'Only the office that keeps the network replays storms'),
    text('请由管护单位的经办人操作', 'Let an officer of that office do it'),
  ],
  DRAINAGE_NOTHING_TO_MEND: [
    422,
    text('这里没有待养护的缺陷或诊断', 'There is no open defect or finding here'),
    text('请先登记缺陷，或选择待处理的诊断', 'Enter the defect first, or choose a finding that is open'),
  ],
  DRAINAGE_UNDER_WAY: [
    409,
    text('这一处已经在养护', 'Maintenance of this is under way already'),
    text('请在办件里查看进度', 'See how far it is in the list of cases'),
  ],
  DRAINAGE_KEEPER: [
    403,
    text('只有管护单位可以提出养护', 'Only the office that keeps it begins its maintenance'),
    text('请由管护单位的经办人提出', 'Let an officer of that office begin it'),
  ],
  DRAINAGE_REASON: [
    422,
    text('返工没有写明原因', 'Why it is to be done again is not said'),
    text('请填写验收意见', 'Say it in the remark'),
  ],
  DRAINAGE_SCENARIO_LARGE: [
    422,
    text(
      '管网超过 2000 段，浏览器里推演要等太久',
      'The network has more than 2,000 links: a browser would run it too long',
    ),
    text('请导出 .inp，用 npx gaoxin simulate 推演', 'Export the .inp and run it by npx gaoxin simulate'),
  ],
  DRAINAGE_SETTING: [
    500,
    text('管道评估参数不合规则', 'The settings of the assessment do not fit'),
    text('请在系统设置里改正', 'Mend them in the settings'),
  ],
} as const satisfies Record<string, readonly [status: number, says: Text, remedy: Text]>

export type DrainageErrorCode = keyof typeof ERRORS

/** @param more what exactly, after the sentence of the code */
export function drainageError(
  code: DrainageErrorCode,
  at: {
    readonly place?: string
    readonly value?: unknown
    readonly more?: Text
  } = {},
): GaoxinError {
  const [status, says, remedy] = ERRORS[code]
  const { more, ...where } = at
  const said = more?.zh ? text(`${says.zh}：${more.zh}`, `${says.en}: ${more.en}`) : says
  return new GaoxinError(code, said, remedy, { ...where, status })
}
