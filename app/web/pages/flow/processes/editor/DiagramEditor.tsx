import 'bpmn-js/dist/assets/diagram-js.css'
import 'bpmn-js/dist/assets/bpmn-js.css'
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css'
import '../../diagram/diagram.css'
import Modeler from 'bpmn-js/lib/Modeler'
import { useEffect, useReducer, useRef, useState } from 'react'
import { useLanguage, useSay } from '../../../../i18n/index.ts'
import { laidOut } from '../../diagram/laidOut.ts'
import { fitIn, markProblems, showElement } from '../marks.ts'
import type { Process } from '../queries.ts'
import type { Drawing } from '../useDrawing.ts'
import { W } from '../words.ts'
import { translated } from './chinese.ts'
import { GAOXIN } from './gaoxin.ts'
import type { Drawn, Editor } from './model.ts'
import { Properties } from './Properties.tsx'
import { runnable } from './runnable.ts'

interface Chosen {
  get(): readonly Drawn[]
}
interface Canvas {
  getRootElement(): Drawn
}
interface CommandStack {
  undo(): void
  redo(): void
  canUndo(): boolean
  canRedo(): boolean
}

/** Draws a draft, by bpmn-js: what the engine runs may be drawn, what an element says is filled in beside it. */
export default function DiagramEditor({ process, drawing }: { process: Process; drawing: Drawing }) {
  const say = useSay()
  const language = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  const [modeler, setModeler] = useState<Modeler & Editor>()
  const [failed, setFailed] = useState(false)
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const now = useRef(drawing)
  now.current = drawing

  useEffect(() => {
    const made = new Modeler({
      container: box.current as HTMLElement,
      additionalModules: [translated(language), runnable],
      moddleExtensions: { gaoxin: GAOXIN },
    }) as Modeler & Editor
    let live = true
    void open(made, now.current.diagram).then((opened) => {
      if (!live) return
      setFailed(!opened)
      if (opened) setModeler(made)
    })
    made.on('commandStack.changed', async () => {
      redraw()
      const { xml } = await made.saveXML({ format: true })
      if (live && xml) now.current.set({ diagram: xml })
    })
    made.on('selection.changed', redraw)
    return () => {
      live = false
      setModeler(undefined)
      made.destroy()
    }
  }, [language])

  const { problems, shown } = drawing
  useEffect(() => {
    if (modeler) markProblems(modeler, problems, say)
  }, [modeler, problems, say])
  useEffect(() => {
    if (modeler && shown) showElement(modeler, shown.element, true)
  }, [modeler, shown])

  const bring = async (file: File | undefined) => {
    if (!file || !modeler) return
    const diagram = await file.text()
    const opened = await open(modeler, diagram)
    setFailed(!opened)
    if (opened) drawing.set({ diagram })
    else await open(modeler, drawing.diagram)
    redraw()
  }
  const stack = modeler?.get<CommandStack>('commandStack')
  const chosen = modeler?.get<Chosen>('selection').get()
  const element =
    modeler && (chosen?.length === 1 ? chosen[0] : modeler.get<Canvas>('canvas').getRootElement())
  return (
    <>
      <div className="process-tools">
        <button type="button" className="button" disabled={!stack?.canUndo()} onClick={() => stack?.undo()}>
          {say(W.undo)}
        </button>
        <button type="button" className="button" disabled={!stack?.canRedo()} onClick={() => stack?.redo()}>
          {say(W.redo)}
        </button>
        <button type="button" className="button" onClick={() => modeler && fitIn(modeler)}>
          {say(W.whole)}
        </button>
        <label className="button">
          {say(W.importFile)}
          <input
            type="file"
            className="sr-only"
            accept=".bpmn,.xml"
            onChange={(event) => {
              void bring(event.target.files?.[0])
              event.target.value = ''
            }}
          />
        </label>
        <a
          className="button"
          download={`${process.id}.bpmn`}
          href={`data:application/xml;charset=utf-8,${encodeURIComponent(drawing.diagram)}`}
        >
          {say(W.exportFile)}
        </a>
      </div>
      {failed && <p role="alert">{say(W.diagramFailed)}</p>}
      <div className="process-editor">
        <div ref={box} className="flow-diagram process-diagram" data-ready={modeler !== undefined} />
        {modeler && element && (
          <Properties
            key={element.id}
            editor={modeler}
            element={element}
            process={process}
            drawing={drawing}
          />
        )}
      </div>
    </>
  )
}

/** @returns whether it is a diagram */
const open = async (modeler: Modeler & Editor, diagram: string): Promise<boolean> => {
  try {
    await modeler.importXML(await laidOut(diagram))
    fitIn(modeler)
    return true
  } catch {
    return false
  }
}
