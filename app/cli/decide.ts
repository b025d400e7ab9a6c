import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import { parse } from 'csv-parse'
import {
  contextOf,
  createEngine,
  type DateTime,
  type FeelType,
  fromPlain,
  literal,
  type Model,
  parseDateTime,
  plainStep,
  type Step,
  stringOf,
  toPlain,
  type Value,
} from '../../engines/feel/index.ts'
import { GaoxinError } from '../../kernel/errors.ts'
import { notAskedSays } from '../../kernel/rules/index.ts'
import type { CommandIo } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { type Answered, decideInDatabase, type Inputs } from './decideInDatabase.ts'

export interface DecideOptions {
  readonly decision: string
  readonly input: string
  readonly json?: boolean
  readonly explain?: boolean
  /** Asked of a database, as one query over all subjects. */
  readonly sql?: boolean
}

/**
 * Answers a decision of a DMN file: for one subject from JSON, for a file of them from CSV (one answer a line, in the
 * order of the file).
 * @param now for `now()` and `today()` in the model, ISO 8601
 * @param url of the database for `sql`; without it one is started for this
 * @returns 0 answered; 2 answered although the model has problems, which are told on standard error
 * @throws GaoxinError DECIDE_FILE, DECIDE_INPUT, DECIDE_DECISION
 */
export async function decideCommand(
  file: string,
  options: DecideOptions,
  io: CommandIo & { readonly warn: (line: string) => void },
  now: string,
  url?: string,
): Promise<number> {
  const model = createEngine({ now: () => parseDateTime(now) as DateTime }).model(await textOf(file))
  for (const { code, what, place, expression } of model.problems)
    io.warn(`${file}: [${code}] ${what}${place ? ` (${place})` : ''}${expression ? `: ${expression}` : ''}`)
  if (!model.find(options.decision)) throw unknown(model, options.decision)
  const all = () => inputsIn(model, options.input)
  const tell = ({ inputs, answer }: Answered) => answerOne(model, options, inputs, answer, io)
  const notAsked = options.sql
    ? await decideInDatabase({ model, decision: options.decision, url }, all, tell)
    : undefined
  if (notAsked) io.warn(notAskedSays(notAsked)[io.language])
  if (!options.sql || notAsked)
    for await (const inputs of all()) tell({ inputs, answer: model.evaluate(options.decision, inputs) })
  return model.problems.length > 0 ? 2 : 0
}

async function* inputsIn(model: Model, file: string): AsyncGenerator<Inputs> {
  for await (const given of subjectsOf(file))
    yield contextOf(
      Object.entries(given).map(([name, value]) => [name, typed(value, model.find(name, 'inputData')?.type)]),
    )
}

function answerOne(model: Model, options: DecideOptions, inputs: Inputs, answer: Value, io: CommandIo): void {
  const steps = options.explain ? model.explain(options.decision, inputs) : []
  if (options.json) {
    const told = options.explain ? { answer: toPlain(answer), steps: steps.map(plainStep) } : toPlain(answer)
    io.print(JSON.stringify(told))
    return
  }
  io.print(literal(answer))
  for (const step of steps) for (const line of linesOf(step, io.language)) io.print(`  ${line}`)
}

/** As the model declares its inputs; an empty cell of a CSV file is missing, unless it is a text. */
function typed(value: unknown, type: FeelType | undefined): Value {
  if (value === '' && type !== 'string') return null
  if (type === 'boolean' && typeof value === 'string')
    return value === 'true' ? true : value === 'false' ? false : null
  return fromPlain(value, type)
}

async function* subjectsOf(file: string): AsyncGenerator<Readonly<Record<string, unknown>>> {
  if (extname(file).toLowerCase() === '.csv') {
    yield* (await opened(file))
      .createReadStream()
      .pipe(parse({ columns: true, bom: true, skip_empty_lines: true }))
    return
  }
  let data: unknown
  const source = await textOf(file)
  try {
    data = JSON.parse(source)
  } catch (cause) {
    throw notData(file, cause)
  }
  for (const one of Array.isArray(data) ? data : [data]) {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) throw notData(file)
    yield one as Record<string, unknown>
  }
}

const textOf = async (file: string): Promise<string> => {
  const handle = await opened(file)
  try {
    return await handle.readFile('utf8')
  } finally {
    await handle.close()
  }
}

const opened = (file: string) =>
  open(file).catch((cause: unknown) => {
    throw new GaoxinError(
      'DECIDE_FILE',
      text('读不到这个文件', 'The file cannot be read'),
      text('请检查路径', 'Check its path'),
      { place: file, cause },
    )
  })

const notData = (file: string, cause?: unknown) =>
  new GaoxinError(
    'DECIDE_INPUT',
    text('输入不是 JSON 对象，也不是对象的清单', 'The input is no JSON object and no list of them'),
    text(
      '形如 {"研发经费": 900}；多个对象请用清单或 CSV',
      'Like {"spending": 900}; a list or a CSV file for several',
    ),
    { place: file, cause },
  )

const unknown = (model: Model, decision: string) =>
  new GaoxinError(
    'DECIDE_DECISION',
    text(`模型里没有“${decision}”`, `The model has no “${decision}”`),
    text(`可选：${namesOf(model).join('、')}`, `There are: ${namesOf(model).join(', ')}`),
    { value: decision },
  )

const namesOf = (model: Model) =>
  [...model.elements.values()].filter(({ kind }) => kind !== 'inputData').map(({ name }) => name)

function linesOf({ decision, answer, table }: Step, language: 'zh' | 'en'): readonly string[] {
  const zh = language === 'zh'
  const rules = table?.rules ?? []
  return [
    `${decision} = ${literal(answer)}`,
    ...rules.flatMap(({ number, matched, tests }) => [
      `  ${zh ? `第${number}条` : `rule ${number}`} ${matched ? '✓' : '✗'}${table?.nearest === number ? (zh ? '（最接近）' : ' (nearest)') : ''}`,
      ...tests
        .filter(({ test }) => test !== '' && test !== '-')
        .map(
          ({ input, test, operand, verdict, short }) =>
            `    ${verdict === true ? '✓' : verdict === false ? '✗' : '?'} ${input}: ${stringOf(operand) ?? 'null'}, ${test}${short ? (zh ? `，还差 ${stringOf(short.by)}` : `, ${stringOf(short.by)} short`) : ''}`,
        ),
    ]),
  ]
}
