/** The floors of the house (ARCHITECTURE.md): arrows only point down, systems never meet. */
const below = { engines: 'kernel|systems|app', kernel: 'systems|app', systems: 'app' }

module.exports = {
  forbidden: [
    ...Object.entries(below).map(([floor, above]) => ({
      name: `${floor}-points-down`,
      comment: `${floor}/ knows nothing of ${above.replaceAll('|', '/, ')}/`,
      severity: 'error',
      // A page of a system stands in the browser and may use the browser's common parts.
      from: { path: `^${floor}/`, pathNot: '^systems/[^/]+/web/' },
      to: { path: `^(${above})/` },
    })),
    {
      name: 'systems-never-meet',
      severity: 'error',
      from: { path: '^systems/([^/]+)/' },
      to: { path: '^systems/', pathNot: '^systems/$1/' },
    },
    {
      name: 'pages-know-no-server',
      comment: 'what runs in the browser asks over HTTP',
      severity: 'error',
      from: { path: '(^app/web/|^systems/[^/]+/web/)', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(app/(server|cli)|kernel|systems/[^/]+/(?!web/))',
        pathNot: '^kernel/(store/(schema|place)|geo/(datum|geometry))\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'shared-with-pages',
      comment:
        'forms check by the same file as the server, which therefore brings nothing of the server along',
      severity: 'error',
      from: { path: '^kernel/(store/(schema|place|formats|personal/kinds)|geo/(datum|geometry)|text)\\.ts$' },
      to: {
        pathNot:
          '^kernel/(store/(formats|place|personal/kinds)|geo/(datum|geometry)|text)\\.ts$|node_modules/(zod|gcoord)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
}
