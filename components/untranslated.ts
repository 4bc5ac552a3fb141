/**
 * For an element that holds code, an address or a number: a browser that translates leaves it alone. Preact would set
 * `translate` as the property, a boolean, and "no" would become "yes"; of an attribute's name the case does not matter.
 */
export const untranslated = { TRANSLATE: 'no' } as const;
