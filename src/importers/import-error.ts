/** The source cannot be imported: one sentence that says what, where and what to do. Nothing has been written. */
export class ImportError extends Error {}
