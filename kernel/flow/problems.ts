import { type Element, type Problem, type ProblemCode, readProcesses } from '../../engines/bpmn/index.ts'
import { type Text, text } from '../text.ts'
import { momentOf } from './asked.ts'
import { problemOf } from './expressions.ts'
import { formProblems } from './forms.ts'
import type { ProcessDeclaration } from './process.ts'
import { problemsOf } from './versions.ts'

/** What keeps a version from being published, in words, at the element that it is about. */
export interface DiagramProblem {
  readonly code: ProblemCode | 'FORM' | 'LIMIT'
  /** Id of the element; empty: the diagram as a whole. */
  readonly place: string
  /** What the element is called. */
  readonly what: string
  readonly says: Text
}

const SAYS: Readonly<Record<ProblemCode, (value: string) => Text>> = {
  XML: () => text('不是可以识别的 BPMN 文件', 'is no BPMN file'),
  PROCESSES: () => text('图里应当只有一个可执行的流程', 'must hold one process that can be run'),
  UNSUPPORTED: (value) => text(`不支持这种元素 ${value}`, `is of a kind that is not run, ${value}`),
  START: () => text('须有且只有一种开始方式', 'has to start in one way'),
  UNREACHABLE: () => text('没有办件能走到这里', 'can never be reached'),
  FLOW: () => text('连线不能这样进出', 'has a flow where none may be'),
  CONDITION: () => text('分支的连线没有条件，也不是默认连线', 'has a flow without a condition'),
  UNSAID: (value) => text(`没有说明${value && ` ${value}`}`, `does not say which${value && ` ${value}`}`),
  EXPRESSION: (value) => text(`表达式无法识别 ${value}`, `has an expression that cannot be read, ${value}`),
  UNCAUGHT: () => text('抛出的错误没有任何环节接住', 'throws an error that nothing catches'),
  EVENT_GATEWAY: () => text('事件网关之后只能是事件', 'must be followed by events'),
  COMPENSATION: () => text('没有可撤销的环节', 'has nothing to undo'),
}

/** Everything that keeps a diagram with its forms from being published. */
export async function problemsInWords(
  declaration: Pick<ProcessDeclaration, 'services'>,
  { diagram, forms }: { readonly diagram: string; readonly forms: Readonly<Record<string, unknown>> },
  now: string,
): Promise<readonly DiagramProblem[]> {
  const found = await problemsOf(declaration, diagram, now)
  const unfit = Object.entries(forms).flatMap(([key, form]) =>
    formProblems(form).map(({ zh, en }) => problem(key, text(`表单“${key}”：${zh}`, `Form "${key}": ${en}`))),
  )
  const elements = await elementsIn(diagram)
  return [...found.map(worded), ...unformed(elements, forms), ...untimed(elements, now), ...unfit]
}

const problem = (what: string, says: Text, place = ''): DiagramProblem => ({
  code: 'FORM',
  place,
  what,
  says,
})

const worded = ({ code, place, what, value }: Problem): DiagramProblem => {
  const said = SAYS[code]?.(value ?? '') ?? text(code, code)
  return { code, place, what, says: text(`“${what}”${said.zh}`, `"${what}" ${said.en}`) }
}

const elementsIn = async (diagram: string): Promise<readonly Element[]> =>
  (await readProcesses(diagram)).processes.flatMap(({ elements }) => [...elements.values()])

/** User tasks that name a form which the version has not. */
const unformed = (
  elements: readonly Element[],
  forms: Readonly<Record<string, unknown>>,
): readonly DiagramProblem[] =>
  elements.flatMap(({ id, kind, name = id, given: { form } }) =>
    kind === 'user' && form && !Object.hasOwn(forms, form)
      ? [
          problem(
            name,
            text(`“${name}”用的表单“${form}”还没有`, `"${name}" asks for form "${form}", which is not there`),
            id,
          ),
        ]
      : [],
  )

/** Limits and timers that no case could count, and what is computed by an expression that cannot be read. */
const untimed = (elements: readonly Element[], now: string): readonly DiagramProblem[] =>
  elements.flatMap(({ id, kind, name = id, given, event }) => {
    const limits = kind === 'user' ? [given.due, given.warn] : [event?.timer?.text.replace(/^R\d*\//, '')]
    const computed = [...limits, ...(kind === 'user' ? [given.office, given.role, given.escalate] : [])]
    return [
      ...limits
        .filter((limit) => limit && !limit.startsWith('=') && momentOf(limit, now) === undefined)
        .map(
          (limit): DiagramProblem => ({
            code: 'LIMIT',
            place: id,
            what: name,
            says: text(
              `“${name}”的时限“${limit}”无法识别，写作 5WD、16WH、P3D 或 PT4H`,
              `"${name}" has the time limit "${limit}", which cannot be read: write 5WD, 16WH, P3D or PT4H`,
            ),
          }),
        ),
      ...computed
        .flatMap((said) => (said?.startsWith('=') ? (problemOf(said.slice(1), now) ?? []) : []))
        .map((value) => worded({ code: 'EXPRESSION', place: id, what: name, value })),
    ]
  })
