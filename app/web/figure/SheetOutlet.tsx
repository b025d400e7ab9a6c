import { lazy, Suspense, useEffect, useRef } from 'react'
import { useFigureAddress } from '../kit/useFigureAddress.ts'

const FigureSheet = lazy(() => import('./FigureSheet.tsx'))

/** Opens the side sheet wherever the address names a figure. */
export function SheetOutlet() {
  const { open, close } = useFigureAddress()
  useFocusBack(open !== undefined)
  if (!open) return null
  return (
    <Suspense fallback={null}>
      <FigureSheet key="sheet" figure={open} close={close} />
    </Suspense>
  )
}

/** Closing the sheet puts the focus back on the number that opened it. */
function useFocusBack(open: boolean) {
  const last = useRef<HTMLElement>(null)
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && !target.closest('.ant-drawer')) last.current = target
    }
    addEventListener('focusin', remember)
    return () => removeEventListener('focusin', remember)
  }, [])
  const was = useRef(open)
  useEffect(() => {
    if (was.current && !open) {
      const element = last.current
      const timer = setTimeout(() => element?.focus({ preventScroll: true }), 350)
      was.current = open
      return () => clearTimeout(timer)
    }
    was.current = open
    return undefined
  }, [open])
}
