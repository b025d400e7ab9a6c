/** The places that everyone visits, in the order of the day; `word` is a key of the frame's words. */
export const PLACES = [
  { path: '/', word: 'today', icon: 'M4 10 10 4l6 6M6 9v7h8V9' },
  { path: '/inbox', word: 'inbox', icon: 'M3 11h4l1.5 2.5h3L13 11h4M3 11l2.5-7h9L17 11v5H3Z' },
  { path: '/cases', word: 'cases', icon: 'M5 4h10v13H5ZM8 3h4v3H8ZM8 9h4M8 12h4' },
  { path: '/plan', word: 'plan', icon: 'M4 5h2M9 5h7M4 10h2M9 10h7M4 15h2M9 15h7' },
  { path: '/report', word: 'report', icon: 'M5 3h7l3 3v11H5ZM8 9h5M8 12h5' },
  { path: '/indicators', word: 'indicators', icon: 'M3 16 8 10l3 3 6-8' },
  { path: '/rules', word: 'rules', icon: 'M4 4h12v12H4ZM4 8h12M9 8v8' },
  {
    path: '/processes',
    word: 'processes',
    icon: 'M3 8h4v4H3ZM13 3h4v4h-4ZM13 13h4v4h-4ZM7 10h3M10 5v10M10 5h3M10 15h3',
  },
  { path: '/offices', word: 'offices', icon: 'M10 3v4M4 17v-4h4v4ZM12 17v-4h4v4ZM6 13v-3h8v3M8 3h4v4H8Z' },
  { path: '/verify', word: 'verify', icon: 'M4 10.5 8 14.5 16 5.5' },
] as const

/** What fits the bottom of a phone; the rest is behind 更多. */
export const PHONE_PLACES = [
  PLACES[0],
  PLACES[1],
  PLACES[3],
  { path: '/more', word: 'more', icon: 'M4 6h12M4 10h12M4 14h12' },
] as const
