import {
  advance,
  type Cause,
  type Element,
  type Happening,
  type Process,
  type State,
  type Step,
  type Thrown,
  type Vars,
  varsOf,
} from '../../engines/bpmn/index.ts'
import { decideOne, decisionOf } from '../rules/index.ts'
import type { Context } from '../system.ts'
import { evaluator } from './expressions.ts'
import { FlowError, type ProcessDeclaration, type ServiceCall } from './process.ts'

/** What the program does itself in a case. */
export interface Program {
  readonly case: string
  readonly subject: ServiceCall['subject']
  readonly process: Process
  readonly declaration: ProcessDeclaration
  readonly now: string
}

/** Does service and rule tasks, one after the other, until the case waits for somebody or something else. */
export async function runProgram(context: Context, program: Program, first: Step): Promise<Step> {
  let { state } = first
  const happened: Happening[] = [...first.happened]
  const thrown: Thrown[] = [...first.thrown]
  for (let work = nextWork(program.process, state); work; work = nextWork(program.process, state)) {
    const cause = await causeOf(context, program, work)
    const step = advance(program.process, evaluator(program.now), state, cause) as Step
    state = step.state
    happened.push(...step.happened)
    thrown.push(...step.thrown)
  }
  return { state, happened, thrown }
}

/** Whether there is anything that the program does itself. */
export const hasWork = (process: Process, state: State): boolean => nextWork(process, state) !== undefined

interface Work {
  readonly token: number
  readonly element: Element
  readonly vars: Vars
}

function nextWork(process: Process, state: State): Work | undefined {
  if (state.status !== 'running') return undefined
  for (const token of state.tokens.values()) {
    const element = process.elements.get(token.at) as Element
    if (token.waiting === 'work' && (element.kind === 'service' || element.kind === 'rule'))
      return { token: token.id, element, vars: varsOf(state, token.scope) }
  }
  return undefined
}

async function causeOf(context: Context, program: Program, { token, element, vars }: Work): Promise<Cause> {
  const { case: id, subject, declaration } = program
  try {
    const found =
      element.kind === 'rule'
        ? await decided(context, element, vars)
        : await declaration.services?.[element.given.service as string]?.(context, {
            case: id,
            element: element.id,
            vars,
            subject,
          })
    return { type: 'done', token, vars: found ?? {} }
  } catch (error) {
    if (error instanceof FlowError) return { type: 'error', token, code: error.code, message: error.message }
    throw error
  }
}

/** A decision of kernel/rules over what the case knows; its answer by the name in `result`, or entry by entry. */
async function decided(context: Context, { calls, given }: Element, vars: Vars): Promise<Vars> {
  const { answer } = await decideOne(context, decisionOf(context, calls as string), { input: vars })
  if (given.result) return { [given.result]: answer }
  return typeof answer === 'object' && answer !== null ? (answer as Vars) : {}
}
