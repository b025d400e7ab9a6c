import { useRow } from '../../../app/web/client/queries.ts'
import DevicePanel from '../../../app/web/pages/series/DevicePanel.tsx'

/** On the page of a sensor: what its device says. */
export default function SensorPanel({ id }: { readonly id: string }) {
  const { data } = useRow('drainage.sensors', id)
  return data ? <DevicePanel id={String(data.device)} /> : null
}
