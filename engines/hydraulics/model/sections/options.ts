import { FLOW_UNITS } from '../../flowUnits.ts'
import { type Column, date, int, loose, num, text, time, word, yearday, yesNo } from './columns.ts'

/** Keys of [OPTIONS] and what each may be; the value's column is called `value`. */

const yes = [yesNo('value', '取值')]
const oneOf = (...words: readonly string[]) => [word('value', '取值', words)]
const step = [time('value', '步长', { above: 0 })]
const seconds = [time('value', '步长（秒）')]
const day = [date('value', '日期')]
const clock = [time('value', '时间')]
const number = (more = {}) => [num('value', '取值', more)]

/** In the order in which the engine looks, for a key matches what it begins with. */
const KEYS: Readonly<Record<string, readonly Column[]>> = {
  FLOW_UNITS: oneOf(...FLOW_UNITS),
  INFILTRATION: oneOf('HORTON', 'MODIFIED_HORTON', 'GREEN_AMPT', 'MODIFIED_GREEN_AMPT', 'CURVE_NUMBER'),
  FLOW_ROUTING: oneOf('NONE', 'STEADY', 'KINWAVE', 'XKINWAVE', 'DYNWAVE', 'NF', 'KW', 'EKW', 'DW'),
  START_DATE: day,
  START_TIME: clock,
  END_DATE: day,
  END_TIME: clock,
  REPORT_START_DATE: day,
  REPORT_START_TIME: clock,
  SWEEP_START: [yearday('value', '月/日')],
  SWEEP_END: [yearday('value', '月/日')],
  DRY_DAYS: number({ least: 0, ...loose }),
  WET_STEP: step,
  DRY_STEP: step,
  ROUTING_STEP: [time('value', '步长（秒）', { above: 0 })],
  RULE_STEP: clock,
  REPORT_STEP: step,
  ALLOW_PONDING: yes,
  INERTIAL_DAMPING: oneOf('NONE', 'PARTIAL', 'FULL'),
  SLOPE_WEIGHTING: yes,
  VARIABLE_STEP: number({ least: 0, most: 2 }),
  NORMAL_FLOW_LIMITED: oneOf('SLOPE', 'FROUDE', 'BOTH'),
  LENGTHENING_STEP: seconds,
  MIN_SURFAREA: number({ least: 0 }),
  COMPATIBILITY: [word('value', '取值', ['3', '4', '5'], { exact: true })],
  SKIP_STEADY_STATE: yes,
  TEMPDIR: [text('value', '目录')],
  IGNORE_RAINFALL: yes,
  FORCE_MAIN_EQUATION: oneOf('H-W', 'D-W'),
  LINK_OFFSETS: oneOf('DEPTH', 'ELEVATION'),
  MIN_SLOPE: number({ least: 0, most: 100 }),
  IGNORE_SNOWMELT: yes,
  IGNORE_GROUNDWATER: yes,
  IGNORE_ROUTING: yes,
  IGNORE_QUALITY: yes,
  MAX_TRIALS: [int('value', '取值', { least: 0, ...loose })],
  HEAD_TOLERANCE: number(),
  SYS_FLOW_TOL: number(),
  LAT_FLOW_TOL: number(),
  IGNORE_RDII: yes,
  MINIMUM_STEP: number({ least: 0 }),
  THREADS: [int('value', '取值', { least: 0, ...loose })],
  SURCHARGE_METHOD: oneOf('EXTRAN', 'SLOT'),
}

export const OPTIONS = { OPTIONS: [word('key', '选项', KEYS)] } satisfies Record<string, readonly Column[]>
export const OPTION_KEYS = Object.keys(KEYS)
