import { withoutControls } from "./control-characters.ts";

/** Words as they are compared: which quotation mark, dash or space a typesetter chose is no difference. */
export class WordList {
  readonly #words: string[] = [];
  #text = "";

  get words(): readonly string[] {
    this.separate();
    return this.#words;
  }

  /** A piece of text; the next one goes on with the same word. */
  add(text: string): void {
    this.#text += text;
  }

  separate(): void {
    if (this.#text === "") return;
    for (const word of normalise(this.#text).split(/\s+/)) if (word !== "") this.#words.push(word);
    this.#text = "";
  }
}

function normalise(text: string): string {
  if (!/[^\w ,;]/.test(text)) return text;
  return withoutControls(text)
    .normalize("NFC")
    .replace(/[“”„‟«»"]/g, '"')
    .replace(/[‘’‚‛`´']/g, "'")
    .replaceAll("…", "...")
    .replace(/[-–—―]+/g, "-");
}
