/** What in free words leads to a person: identity numbers, telephones, addresses of mail. */
const LEADS = [
  /(?<!\d)\d{17}[\dXx](?!\d)/g,
  /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/g,
  /(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/g,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
]

/** Words that somebody wrote freely, as everybody may read them. */
export const withoutPersons = (words: string): string =>
  LEADS.reduce((left, lead) => left.replace(lead, '***'), words)
