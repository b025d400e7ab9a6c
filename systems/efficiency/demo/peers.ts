/** What the city and its districts are made out to have published, in 万元/亩; invented. */
const CITY = '全市'
const DISTRICTS = [
  '海曙区',
  '江北区',
  '镇海区',
  '北仑区',
  '鄞州区',
  '奉化区',
  '余姚市',
  '慈溪市',
  '宁海县',
  '象山县',
]

/** Of the city and of districts in that order, for 2023; earlier years grow into them. */
const LEVELS: Readonly<Record<string, { city: number; districts: readonly number[] }>> = {
  'efficiency.tax-per-mu': {
    city: 31.6,
    districts: [42.8, 39.4, 58.7, 47.1, 40.2, 21.5, 24.9, 25.6, 22.3, 18.7],
  },
  'efficiency.value-added-per-mu': {
    city: 182.4,
    districts: [196.3, 204.8, 338.2, 262.5, 211.7, 121.4, 148.9, 156.2, 132.6, 104.1],
  },
}
const YEARLY = 1.05

export const makePeers = (years: readonly string[]) =>
  Object.entries(LEVELS).flatMap(([indicator, { city, districts }]) =>
    years.flatMap((period) =>
      [CITY, ...DISTRICTS].map((place, at) => {
        const value = at === 0 ? city : districts[at - 1]!
        return {
          id: `${indicator}:level@${period}/${place}`,
          place,
          peer_group: at === 0 ? 'city' : 'district',
          indicator,
          aspect: 'level',
          period,
          value: (value * YEARLY ** (Number(period) - 2023)).toFixed(1),
          source: '示例：演示用虚构数据',
          synthetic: true,
        }
      }),
    ),
  )
