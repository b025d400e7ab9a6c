/** How readings come to the door. Each gateway sends for the devices behind it, on a connection of its own. */
export const SHAPES = [
  {
    name: 'HTTP, 2,000 a request, NDJSON',
    way: 'http',
    type: 'application/x-ndjson',
    steps: 20,
    underWay: 1,
    share: 1,
  },
  {
    name: 'HTTP, 2,000 a request, JSON',
    way: 'http',
    type: 'application/json',
    steps: 20,
    underWay: 1,
    share: 1,
  },
  { name: 'HTTP, 2,000 a request, CSV', way: 'http', type: 'text/csv', steps: 20, underWay: 1, share: 1 },
  { name: 'MQTT, 20 a message, QoS 1', way: 'mqtt', steps: 20, underWay: 20, share: 1 },
  { name: 'MQTT, one a message, QoS 1', way: 'mqtt', steps: 1, underWay: 100, share: 0.4 },
] as const
export type Shape = (typeof SHAPES)[number]

export const GATEWAYS = 50
/** Behind each gateway. */
export const DEVICES = 100
/** Seconds between two readings of a device. */
export const EVERY = 10

export const gatewayCode = (gateway: number): string => `gateway-${gateway}`
export const deviceCode = (device: number): string => `device-${device}`
/** Of a gateway, by number. */
export const devicesOf = (gateway: number): readonly number[] =>
  Array.from({ length: DEVICES }, (_, index) => gateway * DEVICES + index)

/** What the sender is told: all it needs to make the same readings. */
export interface Order {
  readonly shape: number
  readonly http: string
  readonly mqtt: number
  readonly keys: readonly string[]
  /** Milliseconds; the first reading of each device. */
  readonly start: number
  /** Readings of each device. */
  readonly steps: number
}
