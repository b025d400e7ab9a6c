import 'bpmn-js/dist/assets/diagram-js.css'
import 'bpmn-js/dist/assets/bpmn-js.css'
import './diagram.css'
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import { useEffect, useRef, useState } from 'react'
import { useLanguage, useSay } from '../../../i18n/index.ts'
import { usePost } from '../../../kit/usePost.ts'
import type { CaseWhole } from '../queries.ts'
import { duration } from '../time.ts'
import { W } from '../words.ts'
import { inLanguage } from './inLanguage.ts'
import { laidOut } from './laidOut.ts'

interface Canvas {
  /** @returns the scale, which it changes where it is given another */
  zoom(to?: number | 'fit-viewport', center?: 'auto'): number
  getSize(): { readonly width: number; readonly height: number }
  scrollToElement(
    element: string,
    padding: { left: number; top: number; right: number; bottom: number },
  ): void
  addMarker(element: string, marker: string): void
  removeMarker(element: string, marker: string): void
}
interface Overlays {
  add(element: string, type: string, overlay: { position: object; html: HTMLElement }): void
  remove(filter: { type: string }): void
}
interface Elements {
  get(id: string): object | undefined
  forEach(each: (element: { id: string }) => void): void
}
const HELD = 'flow-held'

/** Where a case stands on its diagram: marked what it passed and where it is, and who had each step how long. */
export default function CaseDiagram({ diagram, of }: { diagram: string; of: CaseWhole }) {
  const say = useSay()
  const language = useLanguage()
  const post = usePost()
  const box = useRef<HTMLDivElement>(null)
  const [viewer, setViewer] = useState<NavigatedViewer>()
  const [failed, setFailed] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is not moved under the eyes of who looks at it
  useEffect(() => {
    const made = new NavigatedViewer({ container: box.current as HTMLElement })
    let live = true
    laidOut(inLanguage(diagram, language))
      .then((xml) => made.importXML(xml))
      .then(() => {
        if (!live) return
        show(made.get<Canvas>('canvas'), made.get<Elements>('elementRegistry'), of)
        setViewer(made)
      })
      .catch(() => live && setFailed(true))
    return () => {
      live = false
      setViewer(undefined)
      made.destroy()
    }
  }, [diagram, language])

  // biome-ignore lint/correctness/useExhaustiveDependencies: words change with the language, names with the case
  useEffect(() => {
    if (!viewer) return
    const canvas = viewer.get<Canvas>('canvas')
    const elements = viewer.get<Elements>('elementRegistry')
    const overlays = viewer.get<Overlays>('overlays')
    const mark = (ids: readonly string[], marker: string) => {
      for (const id of ids) if (elements.get(id)) canvas.addMarker(id, marker)
    }
    elements.forEach(({ id }) => {
      for (const marker of ['flow-passed', 'flow-now', 'flow-stuck']) canvas.removeMarker(id, marker)
    })
    overlays.remove({ type: HELD })
    mark(of.passed, 'flow-passed')
    mark(
      of.stands.map(({ element }) => element),
      'flow-now',
    )
    mark(
      of.stands.filter(({ failure }) => failure !== null).map(({ element }) => element),
      'flow-stuck',
    )
    for (const [element, words] of heldBy(of)) {
      if (!elements.get(element)) continue
      const html = document.createElement('div')
      html.className = HELD
      html.textContent = words
        .map(({ person, ms }) => `${person ? `${post(person)} ` : ''}${say(duration(ms))}`)
        .join('；')
      overlays.add(element, HELD, { position: { bottom: -4, left: 0 }, html })
    }
  }, [viewer, of, language])

  return (
    <>
      <p className="flow-legend">
        <span data-mark="now">{say(W.legend.now)}</span>
        <span data-mark="passed">{say(W.legend.passed)}</span>
        <button
          type="button"
          className="link"
          onClick={() => viewer?.get<Canvas>('canvas').zoom('fit-viewport', 'auto')}
        >
          {say(W.whole)}
        </button>
      </p>
      {failed && <p role="alert">{say(W.diagramFailed)}</p>}
      <div ref={box} className="flow-diagram" data-ready={viewer !== undefined} />
    </>
  )
}

/** Names can be read from this scale on. */
const READABLE = 0.7

/** The whole diagram; of one that would be too small to read, where the case stands, else where it ended. */
function show(canvas: Canvas, elements: Elements, { stands, passed }: CaseWhole): void {
  if (canvas.zoom('fit-viewport', 'auto') >= READABLE) return
  const at = [stands[0]?.element, passed.at(-1)].find((id) => id !== undefined && elements.get(id))
  if (!at) return
  canvas.zoom(READABLE)
  const { width, height } = canvas.getSize()
  const [side, edge] = [width / 2 - 50, height / 2 - 40]
  canvas.scrollToElement(at, { left: side, right: side, top: edge, bottom: edge })
}

/** By element, how long who had it; the last two times where it came round more often. */
function heldBy(of: CaseWhole): ReadonlyMap<string, readonly { person: string | null; ms: number }[]> {
  const found = new Map<string, { person: string | null; ms: number }[]>()
  for (const { element, by, since, ended } of of.held)
    found.set(element, [
      ...(found.get(element) ?? []).slice(-1),
      { person: by, ms: Math.max(0, Date.parse(ended) - Date.parse(since)) },
    ])
  return found
}
