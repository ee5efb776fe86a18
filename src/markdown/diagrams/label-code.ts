/** Letters and what no grammar minds; everything else has a sign of private use while the drawing program has it. */
const coded = /[^\p{L}\p{M}\p{N} .,!?'\n-]/gu;
const firstCode = 0xe000;

/** A label in which nothing stands: it decodes to no text. */
export const blankLabel = "\uf8ff";

/** Takes from labels whatever mermaid, HTML or Markdown would read something into, and gives it back. */
export class LabelCode {
  readonly #signs: string[] = [];
  readonly #codes = new Map<string, string>();

  encode(label: string): string {
    return label.replace(coded, (sign) => {
      let code = this.#codes.get(sign);
      if (code === undefined) {
        code = String.fromCodePoint(firstCode + this.#signs.length);
        this.#codes.set(sign, code);
        this.#signs.push(sign);
      }
      return code;
    });
  }

  decode(text: string): string {
    return text.replace(/\p{Co}/gu, (code) => this.#signs[(code.codePointAt(0) ?? 0) - firstCode] ?? "");
  }
}
