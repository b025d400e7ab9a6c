import type { Open311Settings } from './settings.ts'
import { FORMATS } from './wire.ts'

/** Where the endpoint lies below the address of the program. */
export const ENDPOINT = '/api/city/open311/v2'

/** When what services or their definitions say was last changed in this program. */
const CHANGESET = '2026-11-28T00:00:00+08:00'

/** https://wiki.open311.org/Service_Discovery */
export const discoveryOf = ({ contact, keyService }: Open311Settings, origin: string) => ({
  changeset: CHANGESET,
  contact: contact ?? null,
  key_service: keyService ?? null,
  endpoints: [
    {
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url: `${origin}${ENDPOINT}`,
      changeset: CHANGESET,
      type: 'production',
      formats: Object.values(FORMATS),
    },
  ],
})
