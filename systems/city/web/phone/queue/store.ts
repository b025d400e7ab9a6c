import type { Parcel } from './parcel.ts'

/** A report that left from this browser, with what opens it. */
export interface Mine {
  readonly number: string
  readonly token: string
  readonly about: string
  readonly at: string
}

interface Stores {
  readonly waiting: Parcel
  readonly mine: Mine
  /** What a page showed last, to be shown without a network. */
  readonly kept: { readonly name: string; readonly value: unknown }
}

const KEYS = { waiting: 'key', mine: 'number', kept: 'name' } as const

let opened: Promise<IDBDatabase> | undefined
const open = (): Promise<IDBDatabase> => {
  opened ??= new Promise((done, fail) => {
    const request = indexedDB.open('gaoxin-city', 1)
    request.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(KEYS)) request.result.createObjectStore(name, { keyPath })
    }
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error)
  })
  return opened
}

const listeners = new Set<() => void>()
const elsewhere = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('gaoxin-city')
const tell = () => {
  for (const each of listeners) each()
}
elsewhere?.addEventListener('message', tell)

/** Calls back after every change, in other tabs too. @returns what ends it */
export function onChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Several changes of the browser's own store at once, or none of them. */
export async function change(
  work: (
    put: <S extends keyof Stores>(store: S, value: Stores[S]) => void,
    remove: (store: keyof Stores, key: string) => void,
  ) => void,
): Promise<void> {
  const database = await open()
  await new Promise<void>((done, fail) => {
    const transaction = database.transaction(Object.keys(KEYS), 'readwrite')
    transaction.oncomplete = () => done()
    transaction.onerror = transaction.onabort = () => fail(transaction.error)
    work(
      (store, value) => void transaction.objectStore(store).put(value),
      (store, key) => void transaction.objectStore(store).delete(key),
    )
  })
  tell()
  elsewhere?.postMessage(null)
}

export async function all<S extends keyof Stores>(store: S): Promise<readonly Stores[S][]> {
  const request = (await open()).transaction(store).objectStore(store).getAll()
  return answerOf(request) as Promise<readonly Stores[S][]>
}
export async function one<S extends keyof Stores>(store: S, key: string): Promise<Stores[S] | undefined> {
  const request = (await open()).transaction(store).objectStore(store).get(key)
  return answerOf(request) as Promise<Stores[S] | undefined>
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error)
  })
