import { useSay } from '../../../../i18n/index.ts'
import type { Process } from '../queries.ts'
import type { Drawing } from '../useDrawing.ts'
import { Line } from './controls.tsx'
import { change, type Drawn, type Editor, eventOf, isA } from './model.ts'
import { Called, Decided, EventPart, FlowPart, LoopPart, Served, UserPart } from './parts.tsx'
import { P } from './words.ts'

export interface PartProps {
  readonly editor: Editor
  readonly element: Drawn
  readonly process: Process
  readonly drawing: Drawing
}

/** What of an element is shown, by its kind. */
const PARTS = [
  { types: ['bpmn:UserTask'], Part: UserPart },
  { types: ['bpmn:ServiceTask'], Part: Served },
  { types: ['bpmn:BusinessRuleTask'], Part: Decided },
  { types: ['bpmn:CallActivity'], Part: Called },
  { types: ['bpmn:Event', 'bpmn:ReceiveTask', 'bpmn:SendTask'], Part: EventPart },
  { types: ['bpmn:SequenceFlow'], Part: FlowPart },
  { types: ['bpmn:Activity'], Part: LoopPart },
] as const

/** The properties of the chosen element: what it is called, who does it until when, and what the program does by it. */
export function Properties(props: PartProps) {
  const say = useSay()
  const { editor, element, drawing } = props
  const of = element.businessObject
  // What is wrong with a flow is said of the gateway from which it goes.
  const place = isA(element, 'bpmn:SequenceFlow') ? element.source?.id : element.id
  const problems = drawing.problems.filter((each) => each.place === place)
  return (
    <section className="process-properties" aria-label={say(P.properties)}>
      <h3>{say(P.properties)}</h3>
      {isA(element, 'bpmn:Process', 'bpmn:Collaboration') && <p className="second">{say(P.nothing)}</p>}
      {problems.map(({ code, says }) => (
        <p key={`${code} ${says.zh}`} className="process-problem">
          ✗ {say(says)}
        </p>
      ))}
      {!isA(element, 'bpmn:TextAnnotation', 'bpmn:Association') && (
        <Line
          label={say(P.name)}
          value={of.get<string | undefined>('name') ?? ''}
          set={(name) => change(editor, element, { name: name || undefined })}
        />
      )}
      {!isA(element, 'bpmn:TextAnnotation', 'bpmn:Association') && (
        <Line
          label={say(P.nameEn)}
          value={of.get<string | undefined>('gaoxin:name-en') ?? ''}
          set={(name) => change(editor, element, { 'gaoxin:name-en': name || undefined })}
        />
      )}
      {isA(element, 'bpmn:Process') && (
        <Line
          label={say(P.throws)}
          value={of.get<string | undefined>('gaoxin:throws') ?? ''}
          set={(throws) => change(editor, element, { 'gaoxin:throws': throws || undefined })}
        />
      )}
      {PARTS.filter(({ types }) => isA(element, ...types)).map(({ types, Part }) => (
        <Part key={`${element.id} ${types[0]} ${eventOf(element)?.$type}`} {...props} />
      ))}
    </section>
  )
}
