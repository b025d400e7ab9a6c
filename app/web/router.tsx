import { type ComponentType, lazy } from 'react'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { Crash } from './shell/Crash.tsx'
import { Shell } from './shell/Shell.tsx'
import { systemPages } from './systems.ts'

const page = (path: string, load: () => Promise<{ default: ComponentType }>): RouteObject => ({
  path,
  Component: lazy(load),
})

/** Generic pages; what a system brings stands beside them under its own paths. */
const GENERIC: RouteObject[] = [
  page('/indicators', () => import('./pages/Indicators.tsx')),
  page('/indicators/:id', () => import('./pages/Indicator.tsx')),
  page('/records/:system/:record', () => import('./pages/Records.tsx')),
  page('/records/:system/:record/new', () => import('./pages/form/CreatePage.tsx')),
  page('/records/:system/:record/:id/edit', () => import('./pages/form/EditPage.tsx')),
  page('/records/:system/:record/:id', () => import('./pages/Record.tsx')),
  page('/more', () => import('./pages/More.tsx')),
  page('/help', () => import('./pages/Help.tsx')),
  page('*', () => import('./pages/NotFound.tsx')),
]

const routeOf = ({ path, element: Component }: (typeof systemPages)[number]): RouteObject => ({
  path,
  Component,
})

export const router = createBrowserRouter([
  ...systemPages.filter(({ bare }) => bare).map(routeOf),
  {
    Component: Shell,
    errorElement: <Crash />,
    children: [...systemPages.filter(({ bare }) => !bare).map(routeOf), ...GENERIC],
  },
])
