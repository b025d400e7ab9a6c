import { lazy, Suspense, useState } from 'react'
import { filesPath, type KeptFile, useFiles, useRemoveFile } from '../../client/files.ts'
import { useLanguage, useSay, useWords } from '../../i18n/index.ts'
import { formatInstant, formatNumber } from '../../kit/format.ts'
import { Answer, Loading, Problem } from '../../kit/States.tsx'
import { usePost } from '../../kit/usePost.ts'
import { DropZone } from './DropZone.tsx'

const Paper = lazy(() => import('./Paper.tsx'))

/** The files of a row: whoever may change it adds and removes, whoever may read it opens them. */
export function Files({ record, id }: { record: string; id: string }) {
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
                <Line key={file.id} path={path} file={file} mayChange={mayChange} />
              ))}
            </ul>
            {mayChange && <DropZone path={path} limit={fileBytes} />}
          </>
        )}
      </Answer>
    </section>
  )
}

const sizeOf = (bytes: number) =>
  bytes < 2 ** 20 ? `${formatNumber(Math.ceil(bytes / 1024))} KB` : `${formatNumber(bytes / 2 ** 20, 1)} MB`

function Line({ path, file, mayChange }: { path: string; file: KeptFile; mayChange: boolean }) {
  const words = useWords()
  const say = useSay()
  const language = useLanguage()
  const post = usePost()
  const [shown, setShown] = useState(false)
  const [sure, setSure] = useState(false)
  const remove = useRemoveFile(path)
  const address = `${path}/${file.id}`
  return (
    <li>
      <div className="grow">
        <a href={address} download={file.name}>
          {file.name}
        </a>
        <p className="second file-facts">
          <span>{say(file.type)}</span>
          <span>{sizeOf(file.size)}</span>
          <span>{post(file.addedBy)}</span>
          <span>{formatInstant(file.addedAt, language)}</span>
          <span title={`SHA-256 ${file.sha256}`}>
            SHA-256 <code>{file.sha256.slice(0, 8)}</code>
          </span>
        </p>
        {remove.error && <Problem error={remove.error} />}
      </div>
      <span className="inline-actions">
        {file.preview && (
          <button
            type="button"
            className="button quiet"
            aria-expanded={shown}
            onClick={() => setShown(!shown)}
          >
            {words(shown ? 'fileHide' : 'filePreview')}
          </button>
        )}
        {mayChange && (
          <button
            type="button"
            className="button quiet"
            disabled={remove.isPending}
            onBlur={() => setSure(false)}
            onClick={() => (sure ? remove.mutate(file.id) : setSure(true))}
          >
            {words(sure ? 'fileRemoveSure' : 'fileRemove')}
          </button>
        )}
      </span>
      {shown && (
        <div className="file-shown">
          {file.preview === 'image' ? (
            <img className="file-image" src={`${address}?inline=1`} alt={file.name} />
          ) : (
            <Suspense fallback={<Loading lines={3} />}>
              <Paper address={`${address}?inline=1`} />
            </Suspense>
          )}
        </div>
      )}
    </li>
  )
}
