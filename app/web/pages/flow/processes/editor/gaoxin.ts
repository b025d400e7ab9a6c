const attribute = (name: string) => ({ name, isAttr: true, type: 'String' })

/** What diagrams say beyond the standard (`urn:gaoxin`), so that an editor keeps it and copies it with its element. */
export const GAOXIN = {
  name: 'Gaoxin',
  uri: 'urn:gaoxin',
  prefix: 'gaoxin',
  xml: { tagAlias: 'lowerCase' },
  associations: [],
  types: [
    {
      name: 'Given',
      extends: ['bpmn:BaseElement'],
      properties: [
        ...['office', 'role', 'due', 'warn', 'escalate', 'form', 'service', 'decision', 'result'],
        ...['pass', 'return', 'throws', 'name-en'],
        ...['collection', 'elementVariable', 'outputElement', 'outputCollection'],
      ].map(attribute),
    },
  ],
}
