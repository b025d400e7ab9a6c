import type { Map as GlMap } from 'maplibre-gl'
import type { Language } from '../../../../kernel/text.ts'
import { W } from './words.ts'

/** Says on the map that tiles of it did not come, with a button that asks for them again: what is empty there is no answer. */
export function tellMissing(map: GlMap, language: Language): void {
  const failed = new Set<string>()
  const note = document.createElement('p')
  note.className = 'map-missing'
  note.setAttribute('role', 'status')
  const again = document.createElement('button')
  again.type = 'button'
  again.className = 'button'
  again.textContent = W.again[language]
  again.onclick = () => {
    const sources = [...failed]
    failed.clear()
    note.replaceChildren()
    for (const id of sources) if (map.getSource(id)) map.refreshTiles(id)
  }
  map.getContainer().append(note)
  map.on('error', (event) => {
    if (!('tile' in event && 'sourceId' in event)) return
    failed.add(String(event.sourceId))
    if (note.childElementCount === 0) note.replaceChildren(W.missing[language], ' ', again)
  })
}
