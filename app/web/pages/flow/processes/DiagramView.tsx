import 'bpmn-js/dist/assets/diagram-js.css'
import 'bpmn-js/dist/assets/bpmn-js.css'
import '../diagram/diagram.css'
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import { useEffect, useRef, useState } from 'react'
import { useLanguage, useSay } from '../../../i18n/index.ts'
import { inLanguage } from '../diagram/inLanguage.ts'
import { laidOut } from '../diagram/laidOut.ts'
import { fitIn, markProblems, showElement } from './marks.ts'
import type { DiagramProblem } from './queries.ts'
import { W } from './words.ts'

interface Props {
  readonly diagram: string
  readonly problems?: readonly DiagramProblem[]
  readonly shown?: { readonly element: string } | undefined
}

/** A diagram to be looked at, with what is wrong marked. */
export default function DiagramView({ diagram, problems = [], shown }: Props) {
  const say = useSay()
  const language = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  const [viewer, setViewer] = useState<NavigatedViewer>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const made = new NavigatedViewer({ container: box.current as HTMLElement })
    let live = true
    setFailed(false)
    laidOut(inLanguage(diagram, language))
      .then((xml) => made.importXML(xml))
      .then(() => {
        if (!live) return
        fitIn(made)
        setViewer(made)
      })
      .catch(() => live && setFailed(true))
    return () => {
      live = false
      setViewer(undefined)
      made.destroy()
    }
  }, [diagram, language])
  useEffect(() => {
    if (viewer) markProblems(viewer, problems, say)
  }, [viewer, problems, say])
  useEffect(() => {
    if (viewer && shown) showElement(viewer, shown.element)
  }, [viewer, shown])
  return (
    <>
      {failed && <p role="alert">{say(W.diagramFailed)}</p>}
      <div ref={box} className="flow-diagram process-diagram" data-ready={viewer !== undefined} />
    </>
  )
}
