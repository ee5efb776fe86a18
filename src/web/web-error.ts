export type WebErrorKind = "network" | "timeout" | "too-large" | "redirect" | "not-allowed";

/** A request that brought no answer that may be used; an answer with a bad status is no error here. */
export class WebError extends Error {
  readonly kind: WebErrorKind;

  constructor(kind: WebErrorKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}
