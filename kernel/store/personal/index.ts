export { type Keys, NO_VAULT, type Vault } from './cipher.ts'
export { masked, personalColumns } from './columns.ts'
export { addKeyToFile, claimVault, createKeyFile, openVault } from './keys.ts'
export {
  creditCheck,
  isCreditCode,
  isIdNumber,
  organisationCheck,
  PERSONAL,
  type PersonalKind,
} from './kinds.ts'
export { reveal } from './reveal.ts'
export { rotate } from './rotate.ts'
