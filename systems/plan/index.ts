import { defineSystem } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { contradictionsCommand } from './contradictions/command.ts'
import { demo } from './demo/index.ts'
import { beginCases, letterProcess } from './flow/index.ts'
import { indicators } from './indicators.ts'
import { reportCommand, verifyCommand } from './report/commands.ts'
import { routes } from './routes/index.ts'
import {
  applications,
  changes,
  evidence,
  findings,
  granules,
  letters,
  nodes,
  progress,
  readings,
  reports,
} from './tables.ts'

export default defineSystem({
  id: 'plan',
  name: text('年度计划', 'Yearly plan'),
  group: 'plan',
  office: 'office',
  about: text(
    '年度报告许下的每件事由谁在何时办到什么程度，亮什么灯',
    'Who does what by when of all that the yearly report promises, and how it stands',
  ),
  records: [reports, granules, nodes, progress, letters, evidence, applications, changes, readings, findings],
  indicators,
  processes: [letterProcess],
  chores: [
    { name: 'cases of supervision letters', everyMs: 3_600_000, run: (context) => beginCases(context) },
  ],
  routes,
  commands: [verifyCommand, reportCommand, contradictionsCommand],
  pages: [
    { path: '/', name: text('今天', 'Today') },
    { path: '/plan', name: text('年度计划', 'Yearly plan') },
    { path: '/report', name: text('报告', 'Report') },
    { path: '/verify', name: text('核对', 'Verification') },
    { path: '/offices', name: text('机构', 'Offices') },
  ],
  demo,
})
