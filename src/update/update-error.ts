/** What keeps an update from being made, with what to do, as sentences. */
export class UpdateError extends Error {}

/** `--keep` or `--overwrite` names what no release has. */
export class UnknownChoice extends Error {}
