import { UndoPanel } from './UndoPanel.tsx'

export default function UndoApart({ id }: { readonly id: string }) {
  return <UndoPanel id={id} kind="distinctions" />
}
