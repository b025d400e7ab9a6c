import { useEffect } from 'react'

/** Lets the pages below an address open without a network from the second time on. Browsers allow it over https only. */
export function useKeptPage(scope: string): void {
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
    // What the page loads later, such as the map, is told too.
    let late: ReturnType<typeof setTimeout> | undefined
    const tell = (worker: ServiceWorker | null) =>
      worker?.postMessage({
        keep: performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((name) => new URL(name).pathname.startsWith('/assets/')),
      })
    void navigator.serviceWorker
      .register('/keep.js', { scope })
      .then(async (registration) => {
        const worker = registration.active ?? (await activated(registration))
        tell(worker)
        late = setTimeout(() => tell(registration.active), 8000)
      })
      .catch(() => undefined)
    return () => clearTimeout(late)
  }, [scope])
}

const activated = ({ installing, waiting }: ServiceWorkerRegistration): Promise<ServiceWorker | null> =>
  new Promise((done) => {
    const worker = installing ?? waiting
    if (!worker) return done(null)
    worker.addEventListener('statechange', () => worker.state === 'activated' && done(worker))
  })
