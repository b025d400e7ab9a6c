import { filesPath, useFiles } from '../../client/files.ts'
import { useWords } from '../../i18n/index.ts'
import { Answer } from '../../kit/States.tsx'
import { DropZone } from './DropZone.tsx'
import { FileLine } from './FileLine.tsx'

/**
 * The files of a row: whoever may change it adds and removes, whoever may read it opens them.
 * @param into where somebody sends files who may add them without changing the row
 */
export function Files({ record, id, into }: { record: string; id: string; into?: string }) {
  const words = useWords()
  const path = filesPath(record, id)
  const asked = useFiles(path)
  return (
    <section className="block files">
      <h2>{words('files')}</h2>
      <Answer of={asked}>
        {({ files, mayChange, fileBytes }) => (
          <>
            {files.length === 0 && <p className="second">{words('noFiles')}</p>}
            <ul className="lines">
              {files.map((file) => (
                <FileLine key={file.id} path={path} file={file} mayChange={mayChange} />
              ))}
            </ul>
            {(mayChange || into) && <DropZone path={into ?? path} shownAt={path} limit={fileBytes} />}
          </>
        )}
      </Answer>
    </section>
  )
}
