import type { MarkdownIt, StateCore, Token } from "markdown-it";

const marker = /^\[([ xX])\][ \t\u00a0]+/;
/** In the source, where an escaped bracket is none yet. */
const written = /^\[[ xX]\]/;

/**
 * `- [x] done`: a disabled checkbox, labelled by the item's own text.
 * The known plugin leaves the box without a name, which axe's `label` rule forbids.
 */
export function taskLists(md: MarkdownIt): void {
  md.core.ruler.push("task_lists", (state) => {
    const lists: Token[] = [];
    state.tokens.forEach((token, index) => {
      if (/^(bullet|ordered)_list_open$/.test(token.type)) lists.push(token);
      else if (/^(bullet|ordered)_list_close$/.test(token.type)) lists.pop();
      else if (token.type === "list_item_open" && makeTask(state, index)) {
        token.attrJoin("class", "task");
        const list = lists.at(-1);
        if (list && list.attrGet("class") === null) list.attrSet("class", "task-list");
      }
    });
  });
  md.renderer.rules.checkbox = (tokens, index) => `<input type="checkbox"${tokens[index]?.info ?? ""} disabled>`;
}

function makeTask(state: StateCore, item: number): boolean {
  const inline = state.tokens[item + 2];
  if (state.tokens[item + 1]?.type !== "paragraph_open" || inline?.type !== "inline") return false;
  if (!written.test(inline.content)) return false;
  const text = inline.children?.[0];
  const match = text?.type === "text" ? marker.exec(text.content) : null;
  if (!text || !match || !inline.children) return false;
  const rest = text.content.slice(match[0].length);
  if (rest === "" && inline.children.length === 1) return false;
  text.content = rest;
  const open = new state.Token("label_open", "label", 1);
  const close = new state.Token("label_close", "label", -1);
  const space = new state.Token("text", "", 0);
  space.content = " ";
  inline.children = [open, toCheckbox(state, match[1] !== " "), space, ...inline.children, close];
  return true;
}

function toCheckbox(state: StateCore, isChecked: boolean): Token {
  const box = new state.Token("checkbox", "input", 0);
  box.info = isChecked ? " checked" : "";
  return box;
}
