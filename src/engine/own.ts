/** What a record has under a name that a reader wrote: nothing under `constructor` and the like, which the language has there for itself. */
export const own = <Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined => (Object.hasOwn(record, name) ? record[name] : undefined);
