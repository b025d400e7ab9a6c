import { lazy, Suspense, useState } from 'react'
import { type KeptFile, useRemoveFile } from '../../client/files.ts'
import { useLanguage, useSay, useWords } from '../../i18n/index.ts'
import { formatDate, formatInstant, formatNumber } from '../../kit/format.ts'
import { Loading, Problem } from '../../kit/States.tsx'
import { usePost } from '../../kit/usePost.ts'

const Paper = lazy(() => import('./Paper.tsx'))

const sizeOf = (bytes: number) =>
  bytes < 2 ** 20 ? `${formatNumber(Math.ceil(bytes / 1024))} KB` : `${formatNumber(bytes / 2 ** 20, 1)} MB`

interface Props {
  /** Of the files of its row. */
  readonly path: string
  readonly file: KeptFile
  readonly mayChange?: boolean
  /** Who handed it in and when, where the row knows better than the file. */
  readonly added?: { readonly by: string; readonly on: string }
  /** Under its facts. */
  readonly children?: React.ReactNode
}

/** One file that may be opened: its facts, a look at it in the page, taking it away. */
export function FileLine({ path, file, mayChange = false, added, children }: Props) {
  const words = useWords()
  const say = useSay()
  const language = useLanguage()
  const post = usePost()
  const [shown, setShown] = useState(false)
  const [sure, setSure] = useState(false)
  const remove = useRemoveFile(path)
  const address = `${path}/${encodeURIComponent(file.id)}`
  return (
    <li>
      <div className="grow">
        <a href={address} download={file.name}>
          {file.name}
        </a>
        <p className="second file-facts">
          <span>{say(file.type)}</span>
          <span>{sizeOf(file.size)}</span>
          <span>{post(added?.by ?? file.addedBy)}</span>
          <span>{added ? formatDate(added.on, language) : formatInstant(file.addedAt, language)}</span>
          <span title={`SHA-256 ${file.sha256}`}>
            SHA-256 <code>{file.sha256.slice(0, 8)}</code>
          </span>
        </p>
        {children}
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
