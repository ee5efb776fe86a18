import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { Rendering } from "../rendering.ts";

/** What markdown-it-footnote notes on its tokens: the note, and which of the references to it, both from 0. */
export type NoteMeta = { readonly id: number; readonly subId?: number; readonly label?: string };

export function isNoteMeta(meta: unknown): meta is NoteMeta {
  return typeof meta === "object" && meta !== null && "id" in meta && typeof meta.id === "number";
}

/**
 * Gathers the footnotes at the end. In place of the plugin's own rule, which copies all tokens once a note
 * and loses its balance when one note is defined inside another.
 */
export function footnoteTail(md: MarkdownIt): void {
  md.core.ruler.at("footnote_tail", (state) => {
    const { footnotes } = Rendering.of(state.env);
    if (!footnotes) return;
    const definitions = takeDefinitions(state);
    const list = footnotes.list ?? [];
    if (list.length === 0) return;
    const tail = [new state.Token("footnote_block_open", "", 1)];
    list.forEach((note, id) => {
      const content = note.tokens
        ? toParagraph(state, note.tokens, note.content)
        : endWithParagraph(state, definitions.get(note.label ?? "") ?? []);
      tail.push(toToken(state, "footnote_open", { id }));
      for (const token of content.slice(0, -1)) tail.push(token);
      for (let subId = 0; subId < (note.count ?? 1); subId += 1) {
        tail.push(toToken(state, "footnote_anchor", { id, subId }));
      }
      tail.push(...content.slice(-1), new state.Token("footnote_close", "", -1));
    });
    tail.push(new state.Token("footnote_block_close", "", -1));
    state.tokens = [...state.tokens, ...tail];
  });
}

/** Takes the definitions out of the text, those inside other definitions too. */
function takeDefinitions(state: StateCore): Map<string, Token[]> {
  const definitions = new Map<string, Token[]>();
  const text: Token[] = [];
  const open: { label: string; tokens: Token[] }[] = [];
  for (const token of state.tokens) {
    if (token.type === "footnote_reference_open") {
      open.push({ label: labelOf(token), tokens: [] });
    } else if (token.type === "footnote_reference_close") {
      const definition = open.pop();
      if (definition) definitions.set(definition.label, definition.tokens);
    } else {
      (open.at(-1)?.tokens ?? text).push(token);
    }
  }
  state.tokens = text;
  return definitions;
}

function labelOf(token: Token): string {
  const meta: unknown = token.meta;
  return typeof meta === "object" && meta !== null && "label" in meta ? String(meta.label) : "";
}

/** The ways back stand at the end of the last paragraph; after a list or code they get one of their own. */
function endWithParagraph(state: StateCore, content: readonly Token[]): readonly Token[] {
  const last = content.at(-1);
  return last?.type === "paragraph_close" && !last.hidden ? content : [...content, ...toParagraph(state, [])];
}

function toParagraph(state: StateCore, children: Token[], content = ""): Token[] {
  const open = new state.Token("paragraph_open", "p", 1);
  const inline = new state.Token("inline", "", 0);
  const close = new state.Token("paragraph_close", "p", -1);
  open.block = close.block = true;
  inline.content = content;
  inline.children = children;
  return [open, inline, close];
}

function toToken(state: StateCore, type: string, meta: NoteMeta): Token {
  const token = new state.Token(type, "", 0);
  token.meta = meta;
  return token;
}
