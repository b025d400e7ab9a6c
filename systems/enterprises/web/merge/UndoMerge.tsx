import { UndoPanel } from './UndoPanel.tsx'

export default function UndoMerge({ id }: { readonly id: string }) {
  return <UndoPanel id={id} kind="merges" />
}
