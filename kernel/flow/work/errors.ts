import { GaoxinError } from '../../errors.ts'
import { text } from '../../text.ts'

export const taskDone = () =>
  new GaoxinError(
    'FLOW_DONE',
    text('这一步已经办结或撤销', 'This step has been done or is no longer asked for'),
    text('请刷新待办', 'Load the inbox anew'),
    { place: 'task', status: 409 },
  )
export const taken = () =>
  new GaoxinError(
    'FLOW_TAKEN',
    text('这件事已有人签收', 'Somebody else has taken it'),
    text('请与签收人联系，或请其退回', 'Ask whoever has it to put it back'),
    { place: 'task', status: 409 },
  )
export const notYours = () =>
  new GaoxinError(
    'FLOW_NOT_YOURS',
    text('这件事不由你的岗位办理', 'This is not for your post to do'),
    text('请切换岗位，或交由承办单位', 'Change posts, or leave it to the office in charge'),
    { place: 'task', status: 403 },
  )
export const notForThem = (person: string) =>
  new GaoxinError(
    'FLOW_COLLEAGUE',
    text(
      '这件事不能交给此人：不在承办单位或岗位不符',
      'It cannot be handed to that person: another office or post',
    ),
    text(
      '请选择承办单位的在岗同事；交给其他单位请用改派',
      'Choose a colleague of the office in charge; other offices get it by reassigning',
    ),
    { place: 'to', value: person, status: 422 },
  )
export const noOffice = (office: string) =>
  new GaoxinError(
    'FLOW_OFFICE',
    text('不能改派到这个单位', 'It cannot be reassigned to that office'),
    text('请选择机构名册里的另一个单位', 'Choose another office of the register'),
    { place: 'office', value: office, status: 422 },
  )
export const noWayBack = () =>
  new GaoxinError(
    'FLOW_NO_WAY_BACK',
    text('这一步没有可退回的上一步', 'There is nobody before this step to return it to'),
    text('请改派，或联系流程主管单位', 'Reassign it, or ask the office that keeps the process'),
    { place: 'task', status: 409 },
  )
export const opinionsOpen = (count: number) =>
  new GaoxinError(
    'FLOW_OPINIONS_OPEN',
    text(`还有 ${count} 个协办意见没有提交`, `${count} opinions that were asked for are not in`),
    text('请等协办人提交，或撤销协办', 'Wait for them, or withdraw the question'),
    { place: 'task', value: count, status: 409 },
  )
export const noOpinion = (id: string) =>
  new GaoxinError(
    'FLOW_OPINION',
    text('没有这个协办请求，或已经处理', 'There is no such question, or it has been answered'),
    text('请刷新办件', 'Load the case anew'),
    { place: 'opinion', value: id, status: 409 },
  )
export const urgedAlready = (again: string) =>
  new GaoxinError(
    'FLOW_URGED',
    text('一小时内已经催办过', 'It was urged within the hour'),
    text('请稍后再催', 'Urge it again later'),
    { place: 'task', value: again, status: 429 },
  )
export const cannotWithdraw = (why: keyof typeof WHY_NOT) =>
  new GaoxinError(
    'FLOW_WITHDRAW',
    WHY_NOT[why],
    text('请联系现在的承办人退回', 'Ask whoever has it now to return it'),
    {
      place: why,
      status: 409,
    },
  )
const WHY_NOT = {
  nothing: text(
    '没有可以撤回的一步：只能撤回自己办理的最后一步',
    'There is nothing to take back: only one’s own last step can be',
  ),
  since: text('之后已有人处理，不能撤回', 'Somebody has acted since; it cannot be taken back'),
  service: text(
    '之后系统已自动执行或通知了其他方，不能撤回',
    'The program has acted on it since; it cannot be taken back',
  ),
  ended: text('办件已经结束，不能撤回', 'The case has ended; nothing of it can be taken back'),
}
export const notStarter = () =>
  new GaoxinError(
    'FLOW_NOT_STARTER',
    text('只有发起人可以撤销办件', 'Only whoever started a case may end it'),
    text('请联系发起人', 'Ask whoever started it'),
    { place: 'case', status: 403 },
  )
export const caseEnded = () =>
  new GaoxinError(
    'FLOW_ENDED',
    text('办件已经结束', 'The case has ended'),
    text('请刷新办件', 'Load the case anew'),
    { place: 'case', status: 409 },
  )
export const cannotEnd = () =>
  new GaoxinError(
    'FLOW_STANDS',
    text('这类办件发起后不能撤销', 'Cases of this kind are not ended by who began them'),
    text('请按流程办到办结', 'Take it through its steps to its end'),
    { place: 'case', status: 409 },
  )
export const noRequest = (id: string) =>
  new GaoxinError(
    'FLOW_REQUEST',
    text(
      '没有这个申请、已经处理，或已有申请待批',
      'There is no such request, it is decided, or another waits',
    ),
    text('请刷新办件', 'Load the case anew'),
    { place: 'request', value: id, status: 409 },
  )
export const notSecond = () =>
  new GaoxinError(
    'FLOW_SECOND_PERSON',
    text(
      '须由另一人审批：承办单位负责人或流程主管单位',
      'A second person decides: the office’s leader, or the office that keeps the process',
    ),
    text('请交由他们审批', 'Leave it to them'),
    { place: 'request', status: 403 },
  )
const BAD_TIME = {
  'no limit': text('这件事没有时限，不用延期', 'This has no time limit to extend'),
  paused: text('正在挂账，请先恢复计时', 'Its clock stands still; resume it first'),
  'not later': text(
    '时间要晚于现在，延期还要晚于原时限',
    'The time must be later than now, and than the limit',
  ),
}
export const badTime = (why: keyof typeof BAD_TIME, until: string) =>
  new GaoxinError('FLOW_REQUEST_TIME', BAD_TIME[why], text('请修改时间', 'Choose another time'), {
    place: 'until',
    value: until,
    status: 422,
  })
