import { useMutation, useQuery } from '@tanstack/react-query'
import type { ApiAnswer } from './api.ts'
import { csrfHeader } from './door.ts'
import { address, get, type Problem, ProblemError, type Query, send } from './fetch.ts'
import { queryClient } from './queries.ts'

export type KeptFiles = ApiAnswer<'/api/records/{system}/{record}/{id}/files'>
/** A file kept with a row. */
export type KeptFile = KeptFiles['files'][number]

export const filesPath = (record: string, id: string) =>
  `/api/records/${record.replace('.', '/')}/${encodeURIComponent(id)}/files`

export const useFiles = (path: string) =>
  useQuery<KeptFiles, Error>({ queryKey: [path, {}], queryFn: () => get(path) })

const askAgain = (path: string) => queryClient.invalidateQueries({ queryKey: [path] })

export const useRemoveFile = (path: string) =>
  useMutation({
    mutationFn: (id: string) => send(`${path}/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSettled: () => askAgain(path),
  })

/**
 * Sends one file; `fetch` tells nothing of how far an upload is.
 * @param query what goes with its name
 * @param shownAt where the files are listed, if not where they are sent
 * @returns what is answered
 */
export function sendFile(
  path: string,
  file: File,
  {
    onProgress,
    query = {},
    shownAt = path,
  }: { onProgress?: (part: number) => void; query?: Query; shownAt?: string } = {},
): Promise<unknown> {
  const request = new XMLHttpRequest()
  return new Promise<unknown>((done, fail) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0)
    request.onload = () => (request.status < 300 ? done(answerOf(request)) : fail(refusal(request)))
    request.onerror = () => fail(refusal(request))
    request.open('POST', address(path, { ...query, name: file.name }))
    request.setRequestHeader('content-type', 'application/octet-stream')
    for (const [name, value] of Object.entries(csrfHeader())) request.setRequestHeader(name, value)
    request.send(file)
  }).finally(() => askAgain(shownAt))
}

const answerOf = ({ responseText }: XMLHttpRequest): unknown =>
  responseText ? JSON.parse(responseText) : undefined

function refusal({ status, responseText }: XMLHttpRequest): ProblemError {
  try {
    return new ProblemError(JSON.parse(responseText) as Problem)
  } catch {
    return new ProblemError({
      code: 'web.offline',
      says: { zh: '上传中断', en: 'The upload broke off' },
      remedy: { zh: '请检查网络后重新上传', en: 'Check the network, then send it again' },
      status,
    })
  }
}
