/**
 * Back to where one was: a place of this site, as the browser itself reads the address, which leaves out tabs and takes
 * backslashes for slashes; whole, since a path may begin like another site. Another site's address is no place to go back to, nor is the door.
 */
export function placeBack(back: string | null, origin: string): string {
  if (!back?.startsWith('/') || !URL.canParse(back, origin)) return '/'
  const { origin: site, pathname, href } = new URL(back, origin)
  return site === origin && !pathname.startsWith('/sign-in') ? href : '/'
}
