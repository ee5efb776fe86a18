import type { Element, Root } from "hast";
import { embedAddress } from "./embed-address.ts";
import { blockElements } from "./elements.ts";
import { type Footnotes, findFootnotes, isNoteList, referenceOf } from "./footnotes.ts";
import { type Formulas, findFormulas } from "./formulas.ts";
import { type Child, childrenOf, isElement } from "./hast.ts";
import { isMore } from "./more.ts";
import { isUnseen } from "./visibility.ts";
import { WordList } from "./word-list.ts";

/** The words that a reader of the page saw, notes at the end; of a frame, its address. */
export function toSourceWords(tree: Root): WordList {
  const words = new WordList();
  const reader = new SourceReader(words, findFootnotes(tree), findFormulas(tree));
  reader.read(childrenOf(tree));
  reader.readNotes();
  return words;
}

class SourceReader {
  readonly #words: WordList;
  readonly #notes: Footnotes;
  readonly #formulas: Formulas;
  readonly #noteItems: ReadonlySet<Element>;

  constructor(words: WordList, notes: Footnotes, formulas: Formulas) {
    this.#words = words;
    this.#formulas = formulas;
    this.#notes = notes;
    this.#noteItems = new Set([...notes.values()].map(({ item }) => item));
  }

  read(nodes: readonly Child[]): void {
    for (const node of nodes) {
      if (node.type === "text") this.#words.add(node.value);
      else if (node.type === "element") this.#element(node);
      else if (node.type === "comment" && isMore(node)) this.#words.separate();
    }
  }

  readNotes(): void {
    for (const { item } of this.#notes.values()) {
      this.#words.separate();
      this.read(childrenOf(item));
    }
  }

  #element(element: Element): void {
    const { tagName } = element;
    if (this.#isNote(element) || this.#isFormula(element)) return;
    const separates = blockElements.has(tagName) || separators.has(tagName);
    if (separates) this.#words.separate();
    const address = embedAddress(element);
    if (address !== undefined) {
      this.#words.separate();
      this.#words.add(address);
      this.#words.separate();
    }
    if (tagName === "object")
      this.read(childrenOf(element).filter((child) => address === undefined || !isEmbed(child)));
    else if (address === undefined && !isUnseen(element)) this.read(childrenOf(element));
    if (separates) this.#words.separate();
  }

  /** Its letters are no words; MathML and TeX say them otherwise. */
  #isFormula(element: Element): boolean {
    return element.tagName === "math" || this.#formulas.of(element)?.mathml !== undefined;
  }

  /** A mark in the text, or a note that is read at the end. */
  #isNote(element: Element): boolean {
    if (this.#notes.size === 0) return false;
    return (
      this.#noteItems.has(element) ||
      this.#notes.has(referenceOf(element) ?? "") ||
      (isNoteList(element) && childrenOf(element).every((child) => isElement(child) && this.#noteItems.has(child)))
    );
  }
}

export const separators: ReadonlySet<string> = new Set("br img audio video input embed".split(" "));

function isEmbed(child: Child): boolean {
  return isElement(child) && /^(?:embed|object|iframe|param)$/.test(child.tagName);
}
