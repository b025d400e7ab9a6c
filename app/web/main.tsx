import './tokens.css'
import './styles/base.css'
import './styles/frame.css'
import './styles/parts.css'
import './styles/table.css'
import './styles/figure.css'
import './styles/access.css'
import './styles/files.css'
import './styles/phone.css'
import './styles/print.css'
import './i18n/index.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router'
import { queryClient } from './client/queries.ts'
import { router } from './router.tsx'

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
