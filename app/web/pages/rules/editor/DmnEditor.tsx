import 'dmn-js/dist/assets/diagram-js.css'
import 'dmn-js/dist/assets/dmn-font/css/dmn.css'
import 'dmn-js/dist/assets/dmn-js-shared.css'
import 'dmn-js/dist/assets/dmn-js-drd.css'
import 'dmn-js/dist/assets/dmn-js-decision-table.css'
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css'
import 'dmn-js/dist/assets/dmn-js-literal-expression.css'
import 'dmn-js/dist/assets/dmn-js-boxed-expression.css'
import 'dmn-js/dist/assets/dmn-js-boxed-expression-controls.css'
import './editor.css'
import Modeler, { type DmnView } from 'dmn-js/lib/Modeler'
import NavigatedViewer from 'dmn-js/lib/NavigatedViewer'
import { useEffect, useRef, useState } from 'react'
import { useLanguage, useSay } from '../../../i18n/index.ts'
import { W } from '../words.ts'
import { CHINESE } from './chinese.ts'

interface Props {
  /** Read when it first shows; later changes of it are the editor's own. */
  readonly model: string
  /** Left out: only to be looked at. */
  readonly changed?: (model: string) => void
  /** Ids of elements with a problem. */
  readonly marked?: readonly string[]
  /** Opened first, by its name. */
  readonly decision?: string
  /** An element to show, with a new object each time. */
  readonly shown?: { readonly element: string } | undefined
}

/** The tables and the diagram of a model, by dmn-js: one tab for the diagram, one for every decision. */
export default function DmnEditor({ model, changed, marked = [], decision, shown }: Props) {
  const say = useSay()
  const language = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  const editor = useRef<Modeler>(undefined)
  const first = useRef({ model, decision })
  /** The model as it was written last. */
  const written = useRef<string>(undefined)
  const tell = useRef(changed)
  tell.current = changed
  const editable = changed !== undefined
  const [views, setViews] = useState<readonly DmnView[]>([])
  const [active, setActive] = useState<string>()
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    const Editor = editable ? Modeler : NavigatedViewer
    const dmn = new Editor({ container: box.current, ...settings(language) })
    editor.current = dmn
    let live = true
    const refresh = () => {
      if (!live) return
      setViews(dmn.getViews())
      setActive(dmn.getActiveView()?.element.id)
    }
    dmn.on('views.changed', refresh)
    // Every view has a bus of its own, made when the view first opens.
    dmn.on('viewer.created', ({ viewer }) =>
      viewer?.on('elements.changed', async () => {
        const { xml } = await dmn.saveXML({ format: true })
        // It also tells of what it lays out itself while a view opens.
        if (!live || xml === written.current) return
        written.current = xml
        tell.current?.(xml)
      }),
    )
    // Opened once, as what is wanted: not first as what dmn-js would open.
    dmn
      .importXML(first.current.model, { open: false })
      .then(() => dmn.saveXML({ format: true }))
      .then(({ xml }) => {
        written.current = xml
      })
      .then(() => dmn.open(startOf(dmn.getViews(), first.current.decision)))
      .then(refresh)
      .catch(() => live && setFailed(true))
    return () => {
      live = false
      // What is typed is kept until the model was read again.
      void dmn.saveXML({ format: true }).then(({ xml }) => {
        first.current = { ...first.current, model: xml }
      })
      dmn.destroy()
    }
  }, [editable, language])

  const open = (view: DmnView) => void editor.current?.open(view)
  useEffect(() => {
    const dmn = editor.current
    if (!dmn || !shown) return
    const home = dmn.getViews().find(({ element }) => holds(element, shown.element))
    void (home ? dmn.open(home) : Promise.resolve()).then(() => flash(box.current, shown.element))
  }, [shown])

  return (
    <div className="dmn">
      <div className="dmn-tabs" role="tablist" aria-label={say(W.parts)}>
        {views.map((view) => (
          <button
            key={view.element.id}
            type="button"
            role="tab"
            aria-selected={view.element.id === active}
            onClick={() => open(view)}
          >
            {view.type === 'drd' ? say(W.diagram) : view.name}
            {marked.some((id) => view.type !== 'drd' && holds(view.element, id)) && (
              <span className="dmn-mark" role="img" aria-label={say(W.hasProblem)}>
                ●
              </span>
            )}
          </button>
        ))}
      </div>
      {failed && <p role="alert">{say(W.unreadable)}</p>}
      <style>
        {marked
          .map(
            (id) =>
              `.dmn [data-element-id="${CSS.escape(id)}"] { outline: 2px solid var(--red); outline-offset: -2px; }`,
          )
          .join('\n')}
      </style>
      <div ref={box} className="dmn-box" />
    </div>
  )
}

const startOf = (views: readonly DmnView[], decision: string | undefined): DmnView => {
  const table = views.find(({ type }) => type === 'decisionTable')
  const named = views.find(({ name, type }) => name === decision && type !== 'drd')
  return (table ?? named ?? views[0]) as DmnView
}

/** Whether an element is the one with the id or has it below. */
function holds(element: object, id: string): boolean {
  if ((element as { id?: string }).id === id) return true
  return Object.entries(element).some(([key, value]) => {
    if (key.startsWith('$') || key === 'di' || typeof value !== 'object' || value === null) return false
    return Array.isArray(value)
      ? value.some((each) => typeof each === 'object' && each !== null && holds(each, id))
      : holds(value, id)
  })
}

function flash(box: HTMLElement | null, id: string): void {
  const cell = box?.querySelector(`[data-element-id="${CSS.escape(id)}"]`)
  if (!(cell instanceof HTMLElement)) return
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  cell.classList.add('dmn-shown')
  cell.addEventListener('animationend', () => cell.classList.remove('dmn-shown'), { once: true })
}

const translated = (words: Readonly<Record<string, string>>) => ({
  translate: [
    'value',
    (template: string, values: Readonly<Record<string, string>> = {}) =>
      (words[template] ?? template).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole),
  ],
})

/** One language and one choice of types in every view. */
function settings(language: string) {
  const additionalModules = [translated(language === 'zh' ? CHINESE : {})]
  const view = { additionalModules }
  return {
    common: { dataTypes: ['string', 'number', 'boolean', 'date', 'dateTime', 'Any'], ...view },
    drd: view,
    decisionTable: view,
    literalExpression: view,
    boxedExpression: view,
  }
}
