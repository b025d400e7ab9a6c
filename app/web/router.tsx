import { type ComponentType, lazy } from 'react'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { Crash } from './shell/Crash.tsx'
import { Shell } from './shell/Shell.tsx'
import { Start } from './shell/Start.tsx'
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
  page('/rules', () => import('./pages/rules/RulesPage.tsx')),
  page('/rules/:id', () => import('./pages/rules/RulePage.tsx')),
  page('/rules/:id/:number', () => import('./pages/rules/VersionPage.tsx')),
  page('/inbox', () => import('./pages/flow/InboxPage.tsx')),
  page('/notices', () => import('./pages/flow/work/NoticesPage.tsx')),
  page('/cases', () => import('./pages/flow/CasesPage.tsx')),
  page('/cases/:id', () => import('./pages/flow/CasePage.tsx')),
  page('/processes', () => import('./pages/flow/processes/ProcessesPage.tsx')),
  page('/processes/:id', () => import('./pages/flow/processes/ProcessPage.tsx')),
  page('/processes/:id/:number', () => import('./pages/flow/processes/VersionPage.tsx')),
  page('/series', () => import('./pages/series/SeriesListPage.tsx')),
  page('/series/:device/:quantity', () => import('./pages/series/SeriesPage.tsx')),
  page('/account', () => import('./access/account/AccountPage.tsx')),
  page('/admin/accounts', () => import('./access/admin/AccountsPage.tsx')),
  page('/admin/accounts/:id', () => import('./access/admin/OneAccountPage.tsx')),
  page('/admin/settings', () => import('./access/admin/SettingsPage.tsx')),
  page('/admin/events', () => import('./access/admin/EventsPage.tsx')),
  page('/import/:system/:record', () => import('./pages/exchange/ImportPage.tsx')),
  page('/more', () => import('./pages/More.tsx')),
  page('/help', () => import('./pages/Help.tsx')),
  page('*', () => import('./pages/NotFound.tsx')),
]

const routeOf = ({ path, element: Component }: (typeof systemPages)[number]): RouteObject => ({
  path,
  Component: path === '/' ? () => <Start page={Component} /> : Component,
})

/** Without the frame: it asks for what only those see who are past the door. */
const DOOR: RouteObject[] = [
  page('/sign-in', () => import('./access/SignInPage.tsx')),
  page('/sign-in/callback', () => import('./access/CallbackPage.tsx')),
]

export const router = createBrowserRouter([
  ...DOOR,
  ...systemPages.filter(({ bare }) => bare).map((bare) => ({ ...routeOf(bare), errorElement: <Crash /> })),
  {
    Component: Shell,
    errorElement: <Crash />,
    children: [...systemPages.filter(({ bare }) => !bare).map(routeOf), ...GENERIC],
  },
])
