import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Vendor code by who needs it: the frame loads first, antd and echarts come with the pages that use them. */
const GROUPS = [
  {
    name: 'frame',
    test: /node_modules\/(react|react-dom|scheduler|react-router|i18next|react-i18next|@tanstack)\//,
  },
  { name: 'map', test: /node_modules\/maplibre-gl\/dist\/maplibre-gl\.mjs/ },
  { name: 'charts', test: /node_modules\/(echarts|zrender)\// },
]

export default defineConfig({
  root: 'app/web',
  plugins: [react()],
  // form-js's editor shows what its viewer draws: both have to share one preact.
  resolve: { dedupe: ['preact'] },
  // Workers load parts of their own: the hydraulic engine comes when a model is run.
  worker: { format: 'es' },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    sourcemap: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } },
  },
  // The Host header stays as the browser sent it: the server takes changes from its own pages only.
  server: {
    port: 7701,
    proxy: { '/api': { target: process.env.GAOXIN_API ?? 'http://127.0.0.1:7700', changeOrigin: false } },
  },
})
