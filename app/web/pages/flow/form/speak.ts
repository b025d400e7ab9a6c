const ATTRIBUTES = ['title', 'placeholder', 'aria-label', 'data-tooltip'] as const

/**
 * Puts words of a library that has no languages to choose from into other words, as they appear.
 * @param apart what matches this selector, or lies in it, keeps its texts
 * @returns stops it
 */
export function speak(
  container: HTMLElement,
  words: Readonly<Record<string, string>>,
  apart?: string,
): () => void {
  const put = (node: Node): void => {
    if (node instanceof Text) {
      const other = words[node.data.trim()]
      if (other !== undefined && !(apart && node.parentElement?.closest(apart))) node.data = other
      return
    }
    if (!(node instanceof HTMLElement)) return
    for (const name of ATTRIBUTES) {
      const other = words[node.getAttribute(name) ?? '']
      if (other !== undefined) node.setAttribute(name, other)
    }
    node.childNodes.forEach(put)
  }
  put(container)
  const observer = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes)
      if (type === 'childList') addedNodes.forEach(put)
      else if (type === 'characterData') put(target)
  })
  observer.observe(container, { childList: true, subtree: true, characterData: true })
  return () => observer.disconnect()
}
