/** `economy.returns` → `"economy"."returns"`. Ids are checked by defineRecord, so quoting is for keywords only. */
export const tableName = (id: string): string => id.split('.').map(quote).join('.')
export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`
