import { post, send } from '../../client/fetch.ts'

/**
 * What is done with versions, the same of rules and of processes.
 *
 * @param root the address of what has versions
 * @param refresh asks anew for what is shown of them
 */
export function versionWays<Started, Saved>(root: string, refresh: () => Promise<unknown>) {
  const ownPath = (id: string) => `${root}/${encodeURIComponent(id)}`
  const versionPath = (id: string, number: number) => `${ownPath(id)}/versions/${number}`
  const thenRefresh = async <T>(done: Promise<T>): Promise<T> => {
    const answer = await done
    await refresh()
    return answer
  }
  return {
    ownPath,
    startDraft: (id: string, like: number, note: string): Promise<Started> =>
      thenRefresh(post<Started>(`${ownPath(id)}/drafts`, { like, note })),
    saveVersion: (id: string, number: number, body: object): Promise<Saved> =>
      thenRefresh(post<Saved>(versionPath(id, number), body, 'PATCH')),
    moveVersion: (id: string, number: number, move: string, body: object = {}): Promise<void> =>
      thenRefresh(post<void>(`${versionPath(id, number)}/${move}`, body)),
    discardVersion: (id: string, number: number): Promise<void> =>
      thenRefresh(send(versionPath(id, number), { method: 'DELETE' }).then(() => undefined)),
  }
}
