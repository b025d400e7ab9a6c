import type { useSay } from '../../../i18n/index.ts'
import type { DiagramProblem } from './queries.ts'

/** The little of diagram-js that viewers and the editor both have. */
export interface Drawer {
  get<T>(service: string): T
}
interface Canvas {
  zoom(to: 'fit-viewport', center?: 'auto'): void
  addMarker(element: string, marker: string): void
  removeMarker(element: string, marker: string): void
  scrollToElement(element: string, padding?: number): void
}
interface Overlays {
  add(element: string, type: string, overlay: { position: object; html: HTMLElement }): void
  remove(filter: { type: string }): void
}
interface Registry {
  get(id: string): object | undefined
  forEach(each: (element: { id: string }) => void): void
}

const WRONG = 'flow-wrong'

export const fitIn = (drawer: Drawer): void => drawer.get<Canvas>('canvas').zoom('fit-viewport', 'auto')

/** Marks the elements that have problems, and says them there. */
export function markProblems(
  drawer: Drawer,
  problems: readonly DiagramProblem[],
  say: ReturnType<typeof useSay>,
): void {
  const [canvas, overlays, registry] = [
    drawer.get<Canvas>('canvas'),
    drawer.get<Overlays>('overlays'),
    drawer.get<Registry>('elementRegistry'),
  ]
  registry.forEach(({ id }) => {
    canvas.removeMarker(id, WRONG)
  })
  overlays.remove({ type: WRONG })
  for (const place of new Set(problems.map((each) => each.place))) {
    if (!registry.get(place)) continue
    canvas.addMarker(place, WRONG)
    const html = document.createElement('div')
    html.className = 'process-wrong'
    html.textContent = '!'
    html.title = problems
      .filter((each) => each.place === place)
      .map(({ says }) => say(says))
      .join('\n')
    overlays.add(place, WRONG, { position: { top: -10, right: 10 }, html })
  }
}

/** Brings an element into view; in an editor it is selected too. */
export function showElement(drawer: Drawer, id: string, select = false): void {
  const element = drawer.get<Registry>('elementRegistry').get(id)
  if (!element) return
  drawer.get<Canvas>('canvas').scrollToElement(id, 80)
  if (select) drawer.get<{ select(each: object): void }>('selection').select(element)
}
