import { accounts } from './accounts.ts'
import { offices } from './offices.ts'
import { posts } from './posts.ts'

/** The records of the access kernel that people see. */
export const accessRecords = [offices, accounts, posts]
