import type { Light } from '../client/types.ts'

interface HelpWords {
  readonly title: string
  readonly about: string
  readonly marks: string
  readonly lights: string
  readonly lightHelp: Readonly<Record<Light, string>>
  readonly sections: readonly {
    readonly name: string
    readonly lines: readonly string[]
    /** Only in a demonstration, or only in a zone with real data; in both where nothing is said. */
    readonly only?: 'demonstration' | 'real'
  }[]
}

export const HELP: Readonly<Record<'zh' | 'en', HelpWords>> = {
  zh: {
    title: '帮助',
    about: '每个记号是什么意思，第一次来做什么。',
    marks: '数字的来路',
    lights: '任务的灯',
    lightHelp: {
      done: '已核实销号',
      green: '进度不落后于计划',
      yellow: '略有落后、节点逾期或临近时限',
      red: '已过时限，或明显落后于计划',
      grey: '没有可以判断的数据',
    },
    sections: [
      {
        name: '在报告里',
        lines: [
          '细线下划的数字由记录算出，点线下划的数字只是报告里写明，虚线的是预测。',
          '把光标移到数字上，右侧显示定义、增速和来源；点一下打开侧栏，一直看到每一行记录。',
          '红色波浪线的句子，其说法已经不成立，须由人改写；系统不会自行改口。',
        ],
      },
      {
        name: '在年度计划里',
        lines: [
          '先在右上角登录或选一个身份：经办人填报进展、申请销号，督查室签发督办单、核实销号。',
          '用灯和单位筛选，点开一项看进度与时间的对比、节点、佐证和督办单。',
          '每一步都留下变动记录：原值、新值、经办人和理由。',
        ],
      },
      {
        name: '在待办和办件里',
        lines: [
          '签收后可以转办同事、请人协办、退回、改派，或申请延期、挂账；每一步写入办理过程。',
          '刚办结的一步，没有人接着办之前可以撤回；催办一小时一次。',
          '右上角的铃铛是通知：要做什么、何时之前；点开就到那一件。',
          '别人申请延期、挂账由您审批的，在“待我审批”里同意或不同意，都要写理由。',
        ],
      },
      {
        name: '在办件台账和流程里',
        lines: [
          '台账按名称、流程、状态、单位、是否超时和发起日期查找，可导出；只列您能看的。',
          '办件页看到所处环节、各环节用时、关联的办件和办理对象；点办理对象到它自己的页面。',
          '流程图由主管单位起草，第二人发布；办件按发起时的版本走完。',
        ],
      },
      {
        name: '在数字城管里',
        lines: [
          '“城管总览”看在办、超时、热力图、高发网格和各单位得分；“派遣工作台”由指挥中心立案、派遣，全用键盘。',
          '“最干净城市”登记检查、看排名；“指挥大屏”自动更新。',
        ],
      },
      {
        name: '在内涝预报里',
        lines: [
          '拖动时间或按播放，看今后六小时的水深和流量；点一处看它的过程线和纵断面。',
          '预警到黄色及以上会自动立案，从列表打开办件。“情景推演”在浏览器里比较关闸、换管和不同重现期的暴雨，不改登记。',
        ],
      },
      {
        name: '在手机上',
        lines: [
          '居民不用账号：拍照、定位、提交，得到编号；凭编号查进度、评价，未解决的可要求重开。',
          '采集员、处置人员的任务按远近排列；没有网络时先存在手机里，有网络后自动送出。',
        ],
      },
      {
        name: '键盘',
        lines: [
          '按 / 到搜索框；方向键选择，回车打开，Esc 关闭。',
          '按 Tab 依次走过每个数字和按钮，首个 Tab 可跳到正文。',
        ],
      },
      {
        name: '第一天',
        only: 'real',
        lines: [
          '安全管理员开立账号、授予岗位；系统管理员登记机构，或从 Excel 导入。',
          '督查室或统计人员在“年度计划”的“读入”上传去年的报告和今年的计划，核对后确认入台账。',
          '统计人员导入统计单位和月度申报，指标随即算出，报告里的数字可以核验。',
        ],
      },
      {
        name: '演示数据',
        only: 'demonstration',
        lines: [
          '演示区的记录全部由程序生成，带“示例”字样，可以放心试用。',
          '同级地区的数字是引用数，不由本区的记录计算。',
        ],
      },
    ],
  },
  en: {
    title: 'Help',
    about: 'What each mark means, and what to do first.',
    marks: 'Where a number comes from',
    lights: 'The lights of a task',
    lightHelp: {
      done: 'Verified and closed',
      green: 'Not behind plan',
      yellow: 'A little behind, a milestone late, or the due date near',
      red: 'Past its due date, or well behind plan',
      grey: 'No data to judge by',
    },
    sections: [
      {
        name: 'In the report',
        lines: [
          'A thin underline is computed from records, a dotted one is only stated, a dashed one is forecast.',
          'Point at a number for its definition, growth and source; press it to see every row behind it.',
          'A wavy red sentence claims what no longer holds; a person must rewrite it, nothing is flipped silently.',
        ],
      },
      {
        name: 'In the plan',
        lines: [
          'Sign in or choose a post at the top right: office staff report and apply for closing, supervision issues letters and verifies.',
          'Filter by light and office; open a task for progress against time, milestones, evidence and letters.',
          'Every step leaves a line: before, after, by whom and why.',
        ],
      },
      {
        name: 'In the inbox and in cases',
        lines: [
          'What you took you may hand to a colleague, ask opinions on, send back, reassign, or ask more time for; each is kept in the history.',
          'A step you have just done can be taken back until somebody goes on with it; a task is urged once an hour.',
          'The bell at the top holds your notices: what to do and by when; each leads to its case.',
          'Where others ask for more time and you decide, they wait under To decide; say why, either way.',
        ],
      },
      {
        name: 'In the ledger of cases and in processes',
        lines: [
          'The ledger is searched by title, process, state, office, lateness and day, and exported; it lists what you may see.',
          'A case shows where it stands, who had it how long, the cases it belongs with, and what it is about, with its own page.',
          'The office that keeps a process drafts its diagram, a second person publishes it; a case keeps the version it began with.',
        ],
      },
      {
        name: 'In city management',
        lines: [
          'City at a glance shows what is under way, what is late, the heat map, worst cells and scores; on the dispatch desk the centre files and dispatches by keyboard.',
          'Cleanest city keeps checks and their ranking; the wall refreshes by itself.',
        ],
      },
      {
        name: 'In the flood forecast',
        lines: [
          'Move the time or press play for depth and flow over the next six hours; a place shows its hydrograph and its long section.',
          'A warning of yellow and above opens a case, reached from its line. “What if” compares a gate shut, a pipe of another size and rarer storms in the browser, and changes no record.',
        ],
      },
      {
        name: 'On a phone',
        lines: [
          'Residents need no account: photo, place, send, and a number comes back; by it they follow, rate, and have reopened what is not fixed.',
          'Collectors and handlers see the nearest tasks first; without a network everything waits in the phone and is sent later.',
        ],
      },
      {
        name: 'Keyboard',
        lines: [
          '/ goes to the search box; arrows choose, Enter opens, Esc closes.',
          'Tab walks every number and button; the first Tab skips to the content.',
        ],
      },
      {
        name: 'The first day',
        only: 'real',
        lines: [
          'The security administrator opens accounts and gives posts; the system administrator enters the offices, or imports them from Excel.',
          'The supervision office or a statistician brings last year’s report and this year’s plan under Yearly plan → Read in, looks them over and confirms them.',
          'A statistician imports reporting units and monthly returns; the indicators are then computed, and the report’s figures verified.',
        ],
      },
      {
        name: 'Demonstration data',
        only: 'demonstration',
        lines: [
          'All records are generated and say so; try anything.',
          'Figures of other districts are stated, not computed from our records.',
        ],
      },
    ],
  },
}
