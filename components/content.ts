/** What a chapter may write without importing: handed to `<Content components={…} />`. */
export const components = {};
