import { BpmnModdle } from 'bpmn-moddle'

/** An element as bpmn-moddle reads it; only what is asked of it here. */
export interface Moddle {
  readonly $type: string
  readonly $attrs?: Readonly<Record<string, string>>
  readonly $instanceOf: (type: string) => boolean
  readonly id: string
  readonly name?: string
  readonly [name: string]: unknown
}

/** @throws Error where it is no BPMN 2.0 document */
export async function definitionsOf(xml: string): Promise<Moddle> {
  const { rootElement, warnings } = (await new BpmnModdle().fromXML(xml)) as unknown as {
    rootElement: Moddle
    warnings: readonly { message: string }[]
  }
  const unresolved = warnings.find(({ message }) => message.startsWith('unresolved reference'))
  if (unresolved) throw new Error(unresolved.message)
  return rootElement
}

export const list = (element: Moddle, name: string): readonly Moddle[] =>
  (element[name] as readonly Moddle[] | undefined) ?? []
export const one = (element: Moddle, name: string): Moddle | undefined => element[name] as Moddle | undefined
export const textOf = (element: Moddle | undefined): string | undefined =>
  (element?.body as string | undefined)?.trim() || undefined
