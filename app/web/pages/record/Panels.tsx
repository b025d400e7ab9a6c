import { Component, type ReactNode, Suspense } from 'react'
import { useWords } from '../../i18n/index.ts'
import { PanelName } from '../../kit/Panel.tsx'
import { Loading } from '../../kit/States.tsx'
import { panelsOf } from '../../systems.ts'

/** What the systems add to a row, from the top; one that breaks takes no other with it. */
export function Panels({ record, id }: { readonly record: string; readonly id: string }) {
  return panelsOf(record).map(({ name, element: Element }) => (
    <PanelName key={name.zh} value={name}>
      <Fence key={id}>
        <Suspense fallback={<Waiting />}>
          <Element id={id} />
        </Suspense>
      </Fence>
    </PanelName>
  ))
}

const Waiting = () => (
  <section className="block panel">
    <Loading lines={3} />
  </section>
)

/** Where a panel stands that could not be loaded or drawn. */
class Fence extends Component<{ readonly children: ReactNode }, { readonly error?: Error }> {
  override state: { readonly error?: Error } = {}
  static getDerivedStateFromError = (error: Error) => ({ error })
  override render() {
    return this.state.error ? <Broken error={this.state.error} /> : this.props.children
  }
}

function Broken({ error }: { readonly error: Error }) {
  const words = useWords()
  return (
    <section className="block panel" role="alert">
      <p>{words('panelBroken')}</p>
      <p className="state-code">
        <code>{error.message}</code>
      </p>
      <button type="button" className="button" onClick={() => location.reload()}>
        {words('retry')}
      </button>
    </section>
  )
}
