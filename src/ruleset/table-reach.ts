/** Of a rule whose secrets stand below a heading: how far before it its line may begin, and how far below it its column is read. Some hundred rows. */
export const TABLE_REACH = { before: 400, after: 8192 } as const
