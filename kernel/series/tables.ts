import { OFFICERS } from '../access/actor.ts'
import { STAFF_READS } from '../access/grants.ts'
import { defineRecord, type RecordDefinition, type Row } from '../store/record.ts'
import { text } from '../text.ts'

/** 监测设备: whatever sends readings. Its key is kept apart, as a digest (`series.keys`). */
export const devices = defineRecord({
  id: 'series.devices',
  name: text('监测设备', 'Devices'),
  about: text('每行一台上报监测数据的设备或网关', 'A device or gateway that sends readings'),
  title: 'name',
  grants: [
    STAFF_READS,
    {
      roles: OFFICERS,
      verbs: ['create', 'change', 'import'],
      rows: { column: 'office', of: 'office' },
    },
  ],
  columns: {
    code: {
      kind: 'text',
      name: text('设备编码', 'Code'),
      help: text('设备上报时用来说明自己', 'By which the device names itself'),
    },
    name: { kind: 'text', name: text('设备名称', 'Name') },
    office: { kind: 'office', name: text('管理单位', 'Office') },
    gateway: {
      kind: 'reference',
      record: 'series.devices',
      name: text('经由网关', 'Gateway'),
      help: text('代它上报的设备', 'The device that sends for it'),
      optional: true,
    },
    installed_at: {
      kind: 'instant',
      name: text('安装时间', 'Installed at'),
      help: text('早于此时的数据不收', 'Readings from before are refused'),
    },
    removed_at: { kind: 'instant', name: text('拆除时间', 'Removed at'), optional: true },
    place: { kind: 'place', name: text('位置', 'Place'), optional: true },
    model: { kind: 'text', name: text('型号', 'Model'), optional: true },
  },
  unique: [['code']],
  indexes: [{ on: ['gateway'] }],
})

export type DeviceRow = Row<typeof devices>

export const seriesRecords: readonly RecordDefinition[] = [devices]
