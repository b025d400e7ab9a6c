/**
 * How a granule of the demonstration fares by 2024-11-15. Profiles are dealt out in turn, so that every rule of the
 * light table is met by some granule.
 */
export interface Profile {
  readonly name: string
  readonly status: 'signed' | 'active' | 'applied' | 'closed'
  /** Percentage points against plan at the last report, lowest and highest. */
  readonly against: readonly [low: number, high: number]
  /** The last month reported. */
  readonly reportedTo: string
  /** Another due date than the plan's. */
  readonly due?: string
  /** Planned dates of the third of four milestones, and whether it was done. */
  readonly third?: { readonly planned: string; readonly done: boolean }
  readonly letters: readonly {
    readonly colour: 'blue' | 'yellow' | 'red'
    readonly issued: string
    readonly answered?: string
    readonly settled?: true
    readonly reason: string
  }[]
}

const ON_TIME: Profile = {
  name: 'on time',
  status: 'active',
  against: [0, 8],
  reportedTo: '2024-10',
  letters: [],
}
const AHEAD: Profile = { ...ON_TIME, name: 'ahead', against: [4, 14] }
const DONE: Profile = { ...ON_TIME, name: 'done', status: 'closed', against: [0, 0] }
const APPLIED: Profile = { ...ON_TIME, name: 'closing applied for', status: 'applied', against: [20, 20] }
const BEHIND: Profile = {
  name: 'behind',
  status: 'active',
  against: [-9, -2],
  reportedTo: '2024-10',
  letters: [
    {
      colour: 'yellow',
      issued: '2024-10-14',
      answered: '2024-10-18',
      settled: true,
      reason: '截至9月底进度落后于序时进度，请说明原因并报送赶工措施。',
    },
  ],
}
const FAR_BEHIND: Profile = {
  name: 'far behind',
  status: 'active',
  against: [-28, -12],
  reportedTo: '2024-10',
  third: { planned: '2024-09-30', done: false },
  letters: [
    {
      colour: 'yellow',
      issued: '2024-09-11',
      answered: '2024-09-20',
      settled: true,
      reason: '截至8月底进度落后于序时进度，请说明原因并报送赶工措施。',
    },
    {
      colour: 'red',
      issued: '2024-11-07',
      reason: '截至10月底进度严重滞后且节点逾期超过30天，请主要负责人签批整改方案。',
    },
  ],
}
const UNREPORTED: Profile = {
  name: 'report late',
  status: 'active',
  against: [1, 5],
  reportedTo: '2024-09',
  letters: [{ colour: 'yellow', issued: '2024-11-08', reason: '10月进展未按时填报，请立即补报。' }],
}
const NEAR: Profile = {
  name: 'due soon',
  status: 'active',
  against: [1, 6],
  reportedTo: '2024-10',
  due: '2024-11-30',
  letters: [
    { colour: 'blue', issued: '2024-11-15', reason: '距完成时限不足15天，请抓紧收尾并准备销号材料。' },
  ],
}
const OVERDUE: Profile = {
  name: 'overdue',
  status: 'active',
  against: [-8, -3],
  reportedTo: '2024-10',
  due: '2024-10-31',
  letters: [
    {
      colour: 'red',
      issued: '2024-11-04',
      answered: '2024-11-07',
      reason: '已过完成时限仍未销号，请说明原因并提出新的完成时间报批。',
    },
  ],
}
const IDLE: Profile = {
  name: 'not started',
  status: 'signed',
  against: [-100, -100],
  reportedTo: '2024-10',
  letters: [
    {
      colour: 'red',
      issued: '2024-07-10',
      answered: '2024-07-19',
      settled: true,
      reason: '计划开始时间已过仍未启动，请说明原因。',
    },
  ],
}
const NODE_LATE: Profile = {
  name: 'milestone late',
  status: 'active',
  against: [0, 3],
  reportedTo: '2024-10',
  third: { planned: '2024-10-25', done: false },
  letters: [{ colour: 'yellow', issued: '2024-11-11', reason: '节点逾期未完成，请说明原因。' }],
}

/** Dealt out in this order, again and again: 30 places. */
export const WORK_PROFILES: readonly Profile[] = [
  ON_TIME,
  AHEAD,
  DONE,
  ON_TIME,
  BEHIND,
  AHEAD,
  ON_TIME,
  NEAR,
  ON_TIME,
  DONE,
  AHEAD,
  FAR_BEHIND,
  ON_TIME,
  AHEAD,
  UNREPORTED,
  ON_TIME,
  DONE,
  ON_TIME,
  OVERDUE,
  AHEAD,
  ON_TIME,
  BEHIND,
  ON_TIME,
  APPLIED,
  ON_TIME,
  NODE_LATE,
  DONE,
  AHEAD,
  ON_TIME,
  ON_TIME,
]
/** The one granule in 45 that nobody began. */
export const IDLE_PROFILE = IDLE
export const LIVELIHOOD_PROFILES: readonly Profile[] = [
  DONE,
  DONE,
  AHEAD,
  ON_TIME,
  DONE,
  AHEAD,
  BEHIND,
  ON_TIME,
  DONE,
  APPLIED,
  ON_TIME,
  DONE,
  AHEAD,
  NEAR,
  ON_TIME,
]
