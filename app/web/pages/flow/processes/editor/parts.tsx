import { useChoices, useMeta } from '../../../../client/queries.ts'
import { useSay } from '../../../../i18n/index.ts'
import { useOffice } from '../../../../kit/useOffice.ts'
import { useRules } from '../../../rules/queries.ts'
import { useProcesses } from '../queries.ts'
import { Check, Choice, ChoiceOrExpression, Limit, Line, NameLine } from './controls.tsx'
import {
  bodyOf,
  change,
  eventOf,
  expression,
  given,
  isA,
  type Moddle,
  make,
  namesOf,
  REFS,
  type Ref,
  refer,
} from './model.ts'
import type { PartProps } from './Properties.tsx'
import { P } from './words.ts'

/** Reads and writes an attribute beyond the standard. */
const attribute = ({ editor, element }: PartProps, name: string, part: Moddle = element.businessObject) => ({
  value: given(part, name),
  set: (value: string) => change(editor, element, { [`gaoxin:${name}`]: value || undefined }, part),
})

/** Who does a user task, until when, by which form. */
export function UserPart(props: PartProps) {
  const say = useSay()
  const office = useOffice()
  const { data } = useMeta()
  const { data: choices } = useChoices()
  const { drawing, element } = props
  const offices = (data?.offices ?? []).map(({ id }) => [id, office(id)] as const)
  const roles = Object.entries(choices?.roles ?? {}).map(([id, name]) => [id, say(name)] as const)
  const form = attribute(props, 'form')
  const makeForm = () => {
    const key = element.id
    drawing.set({ forms: { ...drawing.forms, [key]: { type: 'default', components: [] } } })
    form.set(key)
  }
  return (
    <>
      <ChoiceOrExpression label={say(P.office)} options={offices} {...attribute(props, 'office')} />
      <ChoiceOrExpression label={say(P.role)} options={roles} {...attribute(props, 'role')} />
      <Limit label={say(P.due)} {...attribute(props, 'due')} />
      <Limit label={say(P.warn)} {...attribute(props, 'warn')} />
      <ChoiceOrExpression label={say(P.escalate)} options={roles} {...attribute(props, 'escalate')} />
      <Choice
        label={say(P.form)}
        options={Object.keys(drawing.forms).map((key) => [key, key] as const)}
        {...form}
      />
      {form.value === '' && (
        <button type="button" className="link" onClick={makeForm}>
          {say(P.newForm)}
        </button>
      )}
    </>
  )
}

export function Served(props: PartProps) {
  const say = useSay()
  const options = props.process.services.map((name) => [name, name] as const)
  return <Choice label={say(P.service)} options={options} {...attribute(props, 'service')} />
}

export function Decided(props: PartProps) {
  const say = useSay()
  const { data = [] } = useRules()
  const options = data.map(({ id, name }) => [id, say(name)] as const)
  return (
    <>
      <Choice label={say(P.decision)} options={options} {...attribute(props, 'decision')} />
      <Line label={say(P.result)} {...attribute(props, 'result')} />
    </>
  )
}

export function Called(props: PartProps) {
  const say = useSay()
  const { data = [] } = useProcesses()
  const { editor, element } = props
  return (
    <>
      <Choice
        label={say(P.calls)}
        value={element.businessObject.get<string | undefined>('calledElement') ?? ''}
        set={(id) => change(editor, element, { calledElement: id || undefined })}
        options={data.map(({ id, name }) => [id, say(name)] as const)}
      />
      <Line label={say(P.pass)} help={say(P.namesHelp)} {...attribute(props, 'pass')} />
      <Line label={say(P.return)} help={say(P.namesHelp)} {...attribute(props, 'return')} />
    </>
  )
}

/** When a flow is taken. */
export function FlowPart({ editor, element }: PartProps) {
  const say = useSay()
  const from = element.source
  if (!from || !isA(from, 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:Activity')) return null
  const of = element.businessObject
  const otherwise = from.businessObject.get('default') === of
  return (
    <>
      <Check
        label={say(P.otherwise)}
        value={otherwise}
        set={(value) => change(editor, from, { default: value ? of : undefined })}
      />
      {!otherwise && (
        <Line
          label={say(P.condition)}
          value={bodyOf(of.get('conditionExpression'))}
          set={(body) => change(editor, element, { conditionExpression: expression(editor, body) })}
        />
      )}
    </>
  )
}

const TIMERS = ['timeDuration', 'timeDate', 'timeCycle'] as const

/** What an event waits for or tells. */
export function EventPart(props: PartProps) {
  const say = useSay()
  const { editor, element } = props
  const of = element.businessObject
  const message = isA(element, 'bpmn:ReceiveTask', 'bpmn:SendTask')
  const event = message ? undefined : eventOf(element)
  const ref: Ref | undefined = message
    ? REFS['bpmn:MessageEventDefinition']
    : REFS[event?.$type as keyof typeof REFS]
  const holder = event ?? of
  const inEvents = of.$parent?.$type === 'bpmn:SubProcess' && of.$parent.get<boolean>('triggeredByEvent')
  const edge = isA(element, 'bpmn:BoundaryEvent') ? 'cancelActivity' : 'isInterrupting'
  const stops =
    event &&
    !['bpmn:ErrorEventDefinition', 'bpmn:CompensateEventDefinition'].includes(event.$type) &&
    (isA(element, 'bpmn:BoundaryEvent') || (isA(element, 'bpmn:StartEvent') && inEvents))
  return (
    <>
      {ref && (
        <NameLine
          key={named(holder, ref)}
          label={say(P.refs[ref.ref])}
          value={named(holder, ref)}
          known={namesOf(editor, ref)}
          set={(said) => refer(editor, element, holder, ref, said)}
        />
      )}
      {event?.$type === 'bpmn:TimerEventDefinition' && <Timer {...props} event={event} />}
      {stops && (
        <Check
          label={say(P.interrupts)}
          value={of.get<boolean | undefined>(edge) !== false}
          set={(value) => change(editor, element, { [edge]: value })}
        />
      )}
    </>
  )
}

const named = (holder: Moddle, { ref, name }: Ref): string =>
  holder.get<Moddle | undefined>(ref)?.get<string | undefined>(name) ?? ''

function Timer({ editor, element, event }: PartProps & { readonly event: Moddle }) {
  const say = useSay()
  const kind = TIMERS.find((each) => event.get(each) !== undefined) ?? 'timeDuration'
  const body = bodyOf(event.get(kind))
  const set = (as: string, said: string) => {
    const none = Object.fromEntries(TIMERS.map((each) => [each, undefined]))
    change(editor, element, { ...none, [as]: expression(editor, said) }, event)
  }
  return (
    <>
      <Choice
        label={say(P.timer)}
        value={kind}
        set={(as) => set(as || 'timeDuration', body)}
        options={TIMERS.map((each) => [each, say(P.timers[each])] as const)}
      />
      <Limit label={say(P.timers[kind])} value={body} set={(said) => set(kind, said)} />
    </>
  )
}

/** An activity that is done several times. */
export function LoopPart(props: PartProps) {
  const say = useSay()
  const { editor, element } = props
  if (isA(element, 'bpmn:SubProcess') && element.businessObject.get<boolean>('triggeredByEvent')) return null
  const loop = element.businessObject.get<Moddle | undefined>('loopCharacteristics')
  const several = loop?.$type === 'bpmn:MultiInstanceLoopCharacteristics' ? loop : undefined
  const kind = several ? (several.get<boolean>('isSequential') ? 'sequential' : 'parallel') : ''
  const set = (as: string) => {
    if (as === '') change(editor, element, { loopCharacteristics: undefined })
    else if (several) change(editor, element, { isSequential: as === 'sequential' }, several)
    else
      change(editor, element, {
        loopCharacteristics: make(editor, 'bpmn:MultiInstanceLoopCharacteristics', {
          isSequential: as === 'sequential',
        }),
      })
  }
  const said = (name: string) => ({
    value: bodyOf(several?.get(name)),
    set: (body: string) => change(editor, element, { [name]: expression(editor, body) }, several),
  })
  return (
    <>
      <Choice
        label={say(P.loop)}
        value={kind}
        set={set}
        options={(['parallel', 'sequential'] as const).map((each) => [each, say(P.loops[each])] as const)}
      />
      {several && (
        <>
          <Line label={say(P.times)} {...said('loopCardinality')} />
          <Line label={say(P.collection)} {...attribute(props, 'collection', several)} />
          <Line label={say(P.elementVariable)} {...attribute(props, 'elementVariable', several)} />
          <Line label={say(P.until)} {...said('completionCondition')} />
          <Line label={say(P.outputElement)} {...attribute(props, 'outputElement', several)} />
          <Line label={say(P.outputCollection)} {...attribute(props, 'outputCollection', several)} />
        </>
      )}
    </>
  )
}
