// Said of a thread without comments and of a session that has run out: giscus goes on working.
const harmless = ["Discussion not found", "has expired", "Bad credentials", "Invalid state"];

/** Whether an `{ error }` of giscus means that the conversation does not work here. */
export function isFailure(error: string): boolean {
  return !harmless.some((text) => error.includes(text));
}
