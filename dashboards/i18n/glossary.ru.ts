/** Russian texts of the glossary, by relation and by relation and column; the English ones stand in the contracts. */
export const glossaryRu: Readonly<Record<string, string>> = {};

/** Russian names of units. */
export const unitsRu: Readonly<Record<string, string>> = {};
