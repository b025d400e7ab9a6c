import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist'
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../i18n/index.ts'
import { Loading } from '../../kit/States.tsx'

GlobalWorkerOptions.workerSrc = worker

/** A PDF drawn a page at a time: as a picture, nothing in it can run or be clicked. */
export default function Paper({ address }: { address: string }) {
  const words = useWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [paper, setPaper] = useState<PDFDocumentProxy>()
  const [page, setPage] = useState(1)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const task = getDocument({ url: address, isEvalSupported: false, enableXfa: false })
    task.promise.then(setPaper, () => setFailed(true))
    return () => void task.destroy()
  }, [address])
  useEffect(() => {
    let stop = () => {}
    void paper?.getPage(page).then((found) => {
      if (!canvas.current) return
      const viewport = found.getViewport({ scale: 2 })
      Object.assign(canvas.current, { width: viewport.width, height: viewport.height })
      const drawing = found.render({ canvas: canvas.current, viewport })
      drawing.promise.catch(() => {})
      stop = () => drawing.cancel()
    })
    return () => stop()
  }, [paper, page])
  if (failed) return <p className="second">{words('fileNoPreview')}</p>
  if (!paper) return <Loading lines={3} />
  return (
    <div className="file-paper">
      <canvas ref={canvas} role="img" aria-label={words('filePage', { page, pages: paper.numPages })} />
      {paper.numPages > 1 && (
        <p className="actions">
          <button type="button" className="button" disabled={page === 1} onClick={() => setPage(page - 1)}>
            {words('previous')}
          </button>
          <button
            type="button"
            className="button"
            disabled={page === paper.numPages}
            onClick={() => setPage(page + 1)}
          >
            {words('next')}
          </button>
          <span className="second">{words('filePage', { page, pages: paper.numPages })}</span>
        </p>
      )}
    </div>
  )
}
