export { type Assessment, assess, type Defect, type Pipe, type Scheme, USUAL } from './cjj181.ts'
export { type AssessedPipe, pipeOf, worstPipes } from './pipes.ts'
export { assessmentSetting, readScheme } from './setting.ts'
