import { createEngine, type DateTime, fromPlain, parseDateTime, toPlain } from '../feel/index.ts'
import { diagram } from './diagram.fixture.ts'
import {
  advance,
  type Cause,
  type Evaluate,
  type Happening,
  type Process,
  readProcesses,
  type State,
  type Step,
  start,
  type Thrown,
  type Vars,
  waitsOf,
} from './index.ts'

const engine = createEngine({ now: () => parseDateTime('2024-11-15T09:00:00+08:00') as DateTime })

export const evaluate: Evaluate = (text, vars) => {
  const values = Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, fromPlain(value)]))
  return toPlain(engine.expression(text, Object.keys(vars))(values))
}

export async function processOf(source: string): Promise<Process> {
  const { processes, problems } = await readProcesses(diagram(source))
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return processes[0] as Process
}

/** A case that a test moves on by naming what happens; it is put into JSON and back after every step. */
export class Player {
  state: State
  readonly happened: Happening[] = []
  readonly thrown: Thrown[] = []
  readonly process: Process

  private constructor(process: Process, first: Step) {
    this.process = process
    this.state = this.keep(first)
  }

  static async of(source: string, vars: Vars = {}, at?: string): Promise<Player> {
    const process = await processOf(source)
    return new Player(process, start(process, evaluate, vars, at))
  }

  private keep({ state, happened, thrown }: Step): State {
    this.happened.push(...happened)
    this.thrown.push(...thrown)
    return restored(state)
  }

  private move(cause: Cause): boolean {
    const step = advance(this.process, evaluate, this.state, cause)
    if (step) this.state = this.keep(step)
    return step !== undefined
  }

  /** What is to be done, by id, in the order in which it came; with `#n` where a loop has several. */
  get open(): readonly string[] {
    return this.work().map(({ element }) => element)
  }
  private work() {
    return waitsOf(this.process, this.state).filter(
      ({ token, element }) =>
        token !== undefined &&
        this.state.tokens.get(token)?.waiting === 'work' &&
        this.state.tokens.get(token)?.at === element,
    )
  }
  /** Events for which the case waits. */
  get awaited(): readonly string[] {
    return waitsOf(this.process, this.state)
      .filter(({ event }) => event !== undefined)
      .map(({ element }) => element)
      .toSorted()
  }
  get vars(): Vars {
    return [...this.state.scopes.values()].find(({ parent }) => parent === undefined)?.vars ?? {}
  }
  get status() {
    return this.state.status
  }

  /** The first open one of that name is done. */
  done(element: string, vars: Vars = {}): this {
    const found = this.work().find((wait) => wait.element === element)
    if (!found || !this.move({ type: 'done', token: found.token as number, vars }))
      throw new Error(`${element} is not open`)
    return this
  }
  fail(element: string, code: string): this {
    const found = this.work().find((wait) => wait.element === element)
    if (!found || !this.move({ type: 'error', token: found.token as number, code, message: '' }))
      throw new Error(`${element} is not open`)
    return this
  }
  come(element: string, vars: Vars = {}): this {
    const found = waitsOf(this.process, this.state).find((wait) => wait.element === element && wait.event)
    if (!found || !this.move({ type: 'event', wait: found.key, vars }))
      throw new Error(`${element} is not awaited`)
    return this
  }
  retry(element: string, vars: Vars = {}): this {
    const failed = [...this.state.tokens.values()].find(
      ({ at, waiting }) => at === element && waiting === 'failed',
    )
    if (!failed || !this.move({ type: 'retry', token: failed.id, vars }))
      throw new Error(`${element} has not failed`)
    return this
  }
  end(): this {
    this.move({ type: 'end' })
    return this
  }
}

/** As it comes back from where it was kept. */
function restored(state: State): State {
  const { tokens, scopes, ...rest } = JSON.parse(
    JSON.stringify({ ...state, tokens: [...state.tokens.values()], scopes: [...state.scopes.values()] }),
  )
  const byId = <T extends { id: number }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]))
  return { ...rest, tokens: byId(tokens), scopes: byId(scopes) }
}
