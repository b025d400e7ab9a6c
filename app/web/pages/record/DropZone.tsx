import { useRef, useState } from 'react'
import { sendFile } from '../../client/files.ts'
import { useWords } from '../../i18n/index.ts'
import { Problem } from '../../kit/States.tsx'
import { useDrop } from '../../kit/useDrop.ts'

interface Sending {
  readonly name: string
  readonly part: number
}

/**
 * Files dropped here or chosen are sent one after the other; the first refusal stops and is told.
 * @param shownAt where they are listed, if not where they are sent
 */
export function DropZone({ path, limit, shownAt = path }: { path: string; limit: number; shownAt?: string }) {
  const words = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState<Sending>()
  const [error, setError] = useState<unknown>()
  const send = async (files: readonly File[]) => {
    setError(undefined)
    try {
      for (const file of files) {
        setSending({ name: file.name, part: 0 })
        await sendFile(path, file, { shownAt, onProgress: (part) => setSending({ name: file.name, part }) })
      }
    } catch (refusal) {
      setError(refusal)
    } finally {
      setSending(undefined)
    }
  }
  const drop = useDrop((files) => void send(files))
  return (
    <>
      <div className="drop" {...drop}>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          onChange={({ target }) => {
            void send([...(target.files ?? [])])
            target.value = ''
          }}
        />
        {sending ? (
          <div className="drop-sending" role="status">
            <span>
              {words('fileSending', { name: sending.name, percent: Math.round(sending.part * 100) })}
            </span>
            <progress value={sending.part} />
          </div>
        ) : (
          <>
            <button type="button" className="button" onClick={() => input.current?.click()}>
              {words('fileAdd')}
            </button>
            <span className="second">{words('fileHint', { megabytes: Math.floor(limit / 2 ** 20) })}</span>
          </>
        )}
      </div>
      {error !== undefined && <Problem error={error} />}
    </>
  )
}
