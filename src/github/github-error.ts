/**
 * `gateway`: too slow or too large, a smaller question may pass. `network`: nobody answered, or not to the end.
 * `unknown-outcome`: a mutation that may have been carried out. `refused`: asking again would not help.
 */
export type GithubErrorKind = "auth" | "gateway" | "limit" | "network" | "not-found" | "refused" | "unknown-outcome";

/** GitHub or giscus did not give what was asked for; the message is for the blog's owner. */
export class GithubError extends Error {
  readonly kind: GithubErrorKind;
  readonly remedy: string;

  constructor(kind: GithubErrorKind, message: string, remedy: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
    this.remedy = remedy;
  }
}
