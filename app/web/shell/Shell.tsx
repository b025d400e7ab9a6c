import { Suspense, useEffect, useRef, useState } from 'react'
import { Outlet, ScrollRestoration, useLocation } from 'react-router'
import { useLive } from '../client/live.ts'
import { useMeta } from '../client/queries.ts'
import { SheetOutlet } from '../figure/SheetOutlet.tsx'
import { useWords } from '../i18n/index.ts'
import { Answer, Loading } from '../kit/States.tsx'
import { Toasts } from '../kit/Toast.tsx'
import { BottomBar } from './BottomBar.tsx'
import { Navigation } from './Navigation.tsx'
import { Notice } from './Notice.tsx'
import { TopBar } from './TopBar.tsx'

const KEPT = 'gaoxin.rail'

/**
 * The frame of every page: skip link, top bar, navigation at the left, page, bottom bar on a phone. A page begins once the
 * zone has said who acts and which day it is, so none is offered something wrong that it presses before.
 */
export function Shell() {
  useLive()
  const words = useWords()
  const meta = useMeta()
  const [narrow, setNarrow] = useState(localStorage.getItem(KEPT) === 'narrow')
  const main = useFocusOnNewPage()
  const toggle = () => {
    localStorage.setItem(KEPT, narrow ? 'wide' : 'narrow')
    setNarrow(!narrow)
  }
  return (
    <div className="frame" data-rail={narrow ? 'narrow' : 'wide'}>
      <a className="skip" href="#main">
        {words('skip')}
      </a>
      <TopBar toggle={toggle} narrow={narrow} />
      <Navigation />
      <main id="main" ref={main} tabIndex={-1}>
        <Notice />
        <Answer of={meta} lines={8}>
          {() => (
            <Suspense fallback={<Loading lines={8} />}>
              <Outlet />
            </Suspense>
          )}
        </Answer>
      </main>
      <BottomBar />
      <SheetOutlet />
      <Toasts />
      <ScrollRestoration getKey={({ pathname }) => pathname.replace(/\/figure\/.*$/, '')} />
    </div>
  )
}

/** A new page is announced by moving focus to it; opening a side sheet is not a new page. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null)
  const page = useLocation().pathname.replace(/\/figure\/.*$/, '')
  const before = useRef(page)
  useEffect(() => {
    if (before.current === page) return
    before.current = page
    main.current?.focus({ preventScroll: true })
  }, [page])
  return main
}
