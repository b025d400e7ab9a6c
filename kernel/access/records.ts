import { accounts } from './accounts.ts'
import { offices } from './offices.ts'
import { posts } from './posts.ts'
import { reveals } from './reveals.ts'
import { views } from './views.ts'

/** The records of the access kernel; all but the offices are closed: no generic list, row or history of them. */
export const accessRecords = [offices, accounts, posts, reveals, views]
