/** A diagram with a drawing: its own, or one that is made where it came without. */
export async function laidOut(diagram: string): Promise<string> {
  if (/<(\w+:)?BPMNShape[\s>]/.test(diagram)) return diagram
  const { layoutProcess } = await import('bpmn-auto-layout')
  return layoutProcess(diagram)
}
