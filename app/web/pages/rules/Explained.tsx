import { useSay } from '../../i18n/index.ts'
import { formatNumber } from '../../kit/format.ts'
import { sayAnswer } from './answers.ts'
import type { Decided, RuleWhole } from './queries.ts'
import { W } from './words.ts'

type Step = Decided['steps'][number]
type TableRule = NonNullable<Step['table']>['rules'][number]
type Test = TableRule['tests'][number]

/** An answer with its reasons: which rule matched, what each test saw, what the nearest rule lacks, what would help. */
export function Explained({ rule, decided }: { rule: RuleWhole; decided: Decided }) {
  const say = useSay()
  const none = say(W.noValue)
  return (
    <div className="stack rule-explained">
      <p className="rule-answer">
        <small>{decided.subject?.title ?? say(W.answer)}</small>
        <strong>{sayAnswer(decided.answer, none)}</strong>
      </p>
      {decided.whatIf.length > 0 && (
        <div>
          <h3>{say(W.whatIf)}</h3>
          <ul className="lines">
            {decided.whatIf.map(({ input, now, next, answer }) => (
              <li key={`${input} ${String(next)}`}>
                {say(
                  W.whatIfLine(
                    input,
                    withUnit(now, unitOf(rule, input), none),
                    withUnit(next, unitOf(rule, input), none),
                    sayAnswer(answer, none),
                  ),
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <h3>{say(W.because)}</h3>
        <ol className="rule-steps">
          {decided.steps.map((step) => (
            <li key={step.decision}>
              <p>
                {step.decision} <strong>{sayAnswer(step.answer, none)}</strong>
              </p>
              {step.table && <RuleTable step={step} />}
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}

const unitOf = ({ inputs }: RuleWhole, input: string) => inputs.find(({ name }) => name === input)?.unit

const withUnit = (value: unknown, unit: string | undefined, none: string) =>
  value === null || value === undefined ? none : `${sayAnswer(value, none)}${unit ? ` ${unit}` : ''}`

function RuleTable({ step }: { step: Step }) {
  const say = useSay()
  const rules = step.table?.rules ?? []
  return (
    <ul className="rule-rules">
      {rules.map((rule) => (
        <li key={rule.id} data-matched={rule.matched === true}>
          <p>
            {say(W.rule(rule.number))} ·{' '}
            <span className={rule.matched ? 'rule-green' : 'second'}>
              {say(rule.matched ? W.matched : W.notMatched)}
            </span>
            {step.table?.nearest === rule.number && <span className="tag">{say(W.nearest)}</span>}
          </p>
          <ul>
            {rule.tests
              .filter(({ test }) => test !== '' && test !== '-')
              .map((test) => (
                <TestLine key={test.input} test={test} />
              ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function TestLine({ test: { input, test, operand, verdict, short } }: { test: Test }) {
  const say = useSay()
  const mark = verdict === true ? '✓' : verdict === false ? '✗' : '?'
  return (
    <li className={verdict === true ? 'rule-green' : verdict === false ? 'rule-red' : 'second'}>
      {mark} {input} {sayAnswer(operand, say(W.noValue))}，{test}
      {short?.by != null && <strong> {say(W.short(formatNumber(short.by)))}</strong>}
      {verdict === null && <span className="tag">{say(W.unknown)}</span>}
    </li>
  )
}
