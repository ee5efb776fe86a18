import type { Rendering } from "../rendering.ts";
import type { Position } from "../source-text.ts";

/** Something of the author's that is left out: what, as found, and what to do instead. */
export type Omission = {
  readonly id: "html-style" | "html-script" | "html-id";
  readonly what: string;
  readonly found: string;
  readonly remedy: string;
};

/** One warning a kind and text, at the first place: a post from another system may have a thousand styles. */
export class Omissions {
  readonly #found = new Map<string, { omission: Omission; position: Position; times: number }>();

  add(omission: Omission, locate: () => Position): void {
    const key = omission.id === "html-id" ? omission.found : omission.what;
    const known = this.#found.get(key);
    if (known) known.times += 1;
    else this.#found.set(key, { omission, position: locate(), times: 1 });
  }

  warn(rendering: Rendering): void {
    for (const { omission, position, times } of this.#found.values()) {
      const { id, what, found, remedy } = omission;
      const message = `${what} (${found}${times > 1 ? `, the first of ${times}` : ""})`;
      rendering.warn({ id, message, remedy }, position);
    }
  }
}
