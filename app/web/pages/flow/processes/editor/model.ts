import type { Drawer } from '../marks.ts'

/** An element of the file, as bpmn-moddle has it. */
export interface Moddle {
  readonly $type: string
  readonly id: string
  $instanceOf(type: string): boolean
  get<T>(name: string): T
  readonly $parent?: Moddle
}
/** An element as it is drawn. */
export interface Drawn {
  readonly id: string
  readonly businessObject: Moddle
  readonly source?: Drawn
}
interface Modeling {
  updateProperties(element: Drawn, properties: object): void
  updateModdleProperties(element: Drawn, moddle: Moddle, properties: object): void
}
interface Factory {
  create(type: string, properties: object): Moddle & { $parent?: Moddle }
}
interface Registry {
  filter(each: (element: Drawn) => boolean): readonly Drawn[]
}
export interface Editor extends Drawer {
  getDefinitions(): Moddle
}

export const isA = ({ businessObject }: Drawn, ...types: readonly string[]): boolean =>
  types.some((type) => businessObject.$instanceOf(type))

/** What a diagram says beyond the standard. */
export const given = (of: Moddle, name: string): string => of.get<string | undefined>(`gaoxin:${name}`) ?? ''

/** Changes properties of an element, or of a part of it; each change can be undone. */
export function change(editor: Editor, element: Drawn, properties: object, part?: Moddle): void {
  const modeling = editor.get<Modeling>('modeling')
  if (part && part !== element.businessObject) modeling.updateModdleProperties(element, part, properties)
  else modeling.updateProperties(element, properties)
}

export const expression = (editor: Editor, body: string): Moddle | undefined =>
  body === '' ? undefined : editor.get<Factory>('bpmnFactory').create('bpmn:FormalExpression', { body })

export const make = (editor: Editor, type: string, properties: object): Moddle =>
  editor.get<Factory>('bpmnFactory').create(type, properties)

export const bodyOf = (moddle: Moddle | undefined): string => moddle?.get<string | undefined>('body') ?? ''

/** By which property an event names what it waits for or throws, and what that is called. */
export const REFS = {
  'bpmn:MessageEventDefinition': { ref: 'messageRef', type: 'bpmn:Message', name: 'name' },
  'bpmn:SignalEventDefinition': { ref: 'signalRef', type: 'bpmn:Signal', name: 'name' },
  'bpmn:ErrorEventDefinition': { ref: 'errorRef', type: 'bpmn:Error', name: 'errorCode' },
  'bpmn:EscalationEventDefinition': { ref: 'escalationRef', type: 'bpmn:Escalation', name: 'escalationCode' },
} as const
export type Ref = (typeof REFS)[keyof typeof REFS]

/** Names that the diagram has for a kind of message, signal, error or escalation. */
export const namesOf = (editor: Editor, { type, name }: Ref): readonly string[] =>
  rootsOf(editor, type).flatMap((root) => root.get<string | undefined>(name) ?? [])

const rootsOf = (editor: Editor, type: string): readonly Moddle[] =>
  editor
    .getDefinitions()
    .get<readonly Moddle[]>('rootElements')
    .filter(({ $type }) => $type === type)

/** Lets an event name another message, signal, error or escalation, which is made where the diagram has none of the name. */
export function refer(editor: Editor, element: Drawn, part: Moddle, by: Ref, said: string): void {
  const there = rootsOf(editor, by.type).find((root) => root.get(by.name) === said)
  const old = part.get<Moddle | undefined>(by.ref)
  if (said !== '' && !there && old && usersOf(editor, by, old) === 1)
    change(editor, element, { [by.name]: said, name: said }, old)
  else
    change(
      editor,
      element,
      { [by.ref]: said === '' ? undefined : (there ?? newRoot(editor, by, said)) },
      part,
    )
}

function newRoot(editor: Editor, { type, name }: Ref, said: string): Moddle {
  const definitions = editor.getDefinitions()
  const made = editor.get<Factory>('bpmnFactory').create(type, { name: said, [name]: said })
  Object.assign(made, { $parent: definitions })
  definitions.get<Moddle[]>('rootElements').push(made)
  return made
}

const usersOf = (editor: Editor, { ref }: Ref, root: Moddle): number =>
  editor
    .get<Registry>('elementRegistry')
    .filter(
      (element) =>
        element.businessObject !== undefined && partsOf(element).some((part) => part.get(ref) === root),
    )
    // A label is drawn beside its element and stands for the same.
    .filter(({ id }) => !id.endsWith('_label')).length

/** What of an element may name something: itself (a receive task) and its event definitions. */
const partsOf = ({ businessObject }: Drawn): readonly Moddle[] => [
  businessObject,
  ...(businessObject.get<readonly Moddle[] | undefined>('eventDefinitions') ?? []),
]
export const eventOf = ({ businessObject }: Drawn): Moddle | undefined =>
  businessObject.get<readonly Moddle[] | undefined>('eventDefinitions')?.[0]
