/** Reads a property of `tokens.css` as it stands on the page now. */
export const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()

export const pixels = (name: string): number => Number.parseFloat(token(name))
