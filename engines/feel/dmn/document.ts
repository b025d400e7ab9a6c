import { child, childrenOf, readXml, type XmlElement } from './xml.ts'

/** A DMN file as its elements, with references resolved to `namespace#id`. */
export interface Document {
  readonly namespace: string
  readonly name: string
  readonly imports: readonly { readonly name: string; readonly namespace: string }[]
  readonly itemDefinitions: readonly XmlElement[]
  readonly elements: readonly DrgElement[]
}

export interface DrgElement {
  readonly kind: 'inputData' | 'decision' | 'businessKnowledgeModel' | 'decisionService'
  readonly key: string
  readonly id: string
  readonly name: string
  readonly typeRef: string | undefined
  readonly xml: XmlElement
  /** Keys of what it is made from. */
  readonly requires: readonly string[]
}

const KINDS = ['inputData', 'decision', 'businessKnowledgeModel', 'decisionService'] as const
const REQUIREMENTS = {
  informationRequirement: ['requiredDecision', 'requiredInput'],
  knowledgeRequirement: ['requiredKnowledge'],
}
const MODELS = /\/DMN\/|\/dmn\//

/** @throws XmlProblem */
export function readDocument(source: string): Document {
  const root = readXml(source)
  const namespace = root.attributes.namespace ?? ''
  const key = (href = '') => (href.startsWith('#') ? namespace + href : href)
  return {
    namespace,
    name: root.attributes.name ?? '',
    imports: childrenOf(root, 'import')
      .filter(({ attributes }) => MODELS.test(attributes.importType ?? ''))
      .map(({ attributes }) => ({ name: attributes.name ?? '', namespace: attributes.namespace ?? '' })),
    itemDefinitions: childrenOf(root, 'itemDefinition'),
    elements: KINDS.flatMap((kind) =>
      childrenOf(root, kind).map((xml) => ({
        kind,
        key: `${namespace}#${xml.attributes.id ?? xml.attributes.name}`,
        id: xml.attributes.id ?? '',
        name: child(xml, 'variable')?.attributes.name ?? xml.attributes.name ?? '',
        typeRef: child(xml, 'variable')?.attributes.typeRef,
        xml,
        requires: Object.entries(REQUIREMENTS).flatMap(([requirement, kinds]) =>
          childrenOf(xml, requirement).flatMap((each) => hrefs(each, kinds).map(key)),
        ),
      })),
    ),
  }
}

const hrefs = (element: XmlElement, kinds: readonly string[]): readonly string[] =>
  element.children.filter(({ name }) => kinds.includes(name)).map(({ attributes }) => attributes.href ?? '')

/** The keys that a decision service names under one of its parts. */
export const servicePart = (document: Document, service: DrgElement, part: string): readonly string[] =>
  childrenOf(service.xml, part).map(({ attributes: { href = '' } }) =>
    href.startsWith('#') ? document.namespace + href : href,
  )
