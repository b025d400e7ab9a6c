/** Why peaks of a model differ from those of the native engine 5.2.4, as far as it was looked into. */
export const CAUSES: Readonly<Record<string, string>> = {}
