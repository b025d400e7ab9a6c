import { lazy, Suspense } from 'react'
import { useFigureAddress } from '../kit/useFigureAddress.ts'

const FigureSheet = lazy(() => import('./FigureSheet.tsx'))

/** Opens the side sheet wherever the address names a figure. */
export function SheetOutlet() {
  const { open, close } = useFigureAddress()
  if (!open) return null
  return (
    <Suspense fallback={null}>
      <FigureSheet key="sheet" figure={open} close={close} />
    </Suspense>
  )
}
