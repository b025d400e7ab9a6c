import type { Text } from '../../../../../kernel/text.ts'
import { text } from '../../../i18n/text.ts'

/** Words of what people do with tasks, and of what they are told. */
export const K = {
  more: text('更多', 'More'),
  choose: text('请选择', 'Choose'),
  nobody: text('没有可以转办的同事', 'There is no such colleague'),
  to: text('转办给', 'To'),
  office: text('改派到', 'Office'),
  whom: text('请谁协办', 'Whom'),
  ofColleague: (name: string) => text(`同事：${name}`, `Colleague: ${name}`),
  ofOffice: (name: string) => text(`单位：${name}`, `Office: ${name}`),
  about: text('协办事项', 'About what'),
  why: text('理由', 'Reason'),
  whyKept: text('写入办理过程', 'Kept in the history'),
  maybeWhy: text('说明（可不填）', 'Remark (optional)'),
  until: { pause: text('挂账至', 'Until'), extension: text('延期至', 'Until'), none: text('至', 'Until') },
  time: text('时刻', 'Time of day'),
  limitAfter: (due: string) => text(`获批后时限：${due}`, `Limit once approved: ${due}`),
  limitNow: (due: string) => text(`现时限：${due}`, `Limit now: ${due}`),
  paused: (until: string) => text(`挂账至 ${until}`, `Clock stands still until ${until}`),
  // Opinions and requests
  opinions: text('协办意见', 'Opinions'),
  asks: (by: string, whom: string) => text(`${by}请${whom}协办`, `${by} asked ${whom}`),
  notGiven: text('待提交', 'Not given yet'),
  unasked: text('已撤销', 'No longer asked for'),
  gave: (who: string, at: string) => text(`${who} ${at} 提交`, `${who}, ${at}`),
  give: text('提交意见', 'Give the opinion'),
  says: text('意见', 'Opinion'),
  gaveDone: text('意见已提交', 'Opinion given'),
  unask: text('撤销协办', 'No longer ask'),
  requests: text('挂账与延期', 'Pauses and extensions'),
  asked: {
    pause: (by: string, until: string) =>
      text(`${by}申请挂账至${until}`, `${by} asks for a pause until ${until}`),
    extension: (by: string, until: string) =>
      text(`${by}申请延期至${until}`, `${by} asks for time until ${until}`),
  },
  states: {
    asked: text('待审批', 'To be decided'),
    approved: text('已同意', 'Approved'),
    refused: text('未同意', 'Refused'),
  },
  decided: (who: string, at: string) => text(`${who} ${at}`, `${who}, ${at}`),
  dueMoved: (from: string, to: string) => text(`时限由${from}改为${to}`, `Limit moved from ${from} to ${to}`),
  approve: text('同意', 'Approve'),
  refuse: text('不同意', 'Refuse'),
  decidedDone: text('已审批', 'Decided'),
  answer: text('审批意见', 'Reason'),
  // Undoing
  withdraw: text('撤回', 'Take back'),
  withdrawAbout: text(
    '撤回自己办理的最后一步，这一步回到手上',
    'Takes back your own last step; it is in your hands again',
  ),
  atOnce: text('提交后随即撤回', 'Taken back at once'),
  withdrawn: text('已撤回，这一步回到手上', 'Taken back; the step is in your hands again'),
  end: text('撤销办件', 'End the case'),
  endAbout: text('办件就此作废，不再办理', 'The case ends here; nobody goes on with it'),
  endDone: text('办件已撤销', 'The case has been ended'),
  // Batch
  choose1: (title: string) => text(`选择“${title}”`, `Choose “${title}”`),
  chooseAll: text('全选', 'All'),
  chosen: (n: number) => text(`已选${n}件`, `${n} chosen`),
  seen: text('知道了', 'OK'),
  batchDone: ({ zh, en }: Text, n: number) => text(`${zh}：${n}件办成`, `${en}: ${n} done`),
  batchFailed: (n: number) => text(`${n}件没有办成`, `${n} could not be done`),
  askedOfMe: text('请我协办', 'My opinion is asked'),
  askedBy: (who: string) => text(`${who}请您协办`, `Asked by ${who}`),
  // Notices
  notices: text('通知', 'Notices'),
  noticesAbout: text(
    '谁要您做什么、何时之前。打开即为已读；发给本单位的，一人读过即可。',
    'What is asked of you, and by when. Opened is read; of what goes to the office one reader is enough.',
  ),
  markAll: text('全部标为已读', 'Mark all as read'),
  isUnread: text('未读', 'Unread'),
  by: (due: string) => text(`${due}前`, `by ${due}`),
  noNotices: text('没有通知', 'No notices'),
  noNoticesHint: text(
    '有人转办、催办、请您协办，或时限临近，会出现在这里',
    'When something is handed to you, urged, asked, or comes near its limit, it appears here',
  ),
} as const
