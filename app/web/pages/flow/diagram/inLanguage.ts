const URN = 'urn:gaoxin'

/** A diagram with the names that it gives in English, where it gives them; as it is in Chinese. */
export function inLanguage(xml: string, language: 'zh' | 'en'): string {
  if (language === 'zh') return xml
  const drawn = new DOMParser().parseFromString(xml, 'application/xml')
  for (const element of drawn.getElementsByTagName('*')) {
    const name = element.getAttributeNS(URN, 'name-en')
    if (name) element.setAttribute('name', name)
  }
  // Room for Chinese names is too narrow for English ones, which break within a word there.
  for (const label of [...drawn.getElementsByTagName('bpmndi:BPMNLabel')]) label.remove()
  return new XMLSerializer().serializeToString(drawn)
}
