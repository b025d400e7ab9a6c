/** The page of a series. @param device @param quantity their ids */
export const seriesPath = ({
  device,
  quantity,
}: {
  readonly device: string
  readonly quantity: string
}): string => `/series/${encodeURIComponent(device)}/${encodeURIComponent(quantity)}`
