import type { MarkdownIt, StateCore, Token } from "markdown-it";
import type { AlertKind } from "../labels.ts";
import { Rendering } from "../rendering.ts";

const marker = /^\[!(note|tip|important|warning|caution)\][ \t]*$/i;
/** In the source, where an escaped bracket is none yet. */
const written = /^\[![a-z]+\]/i;

/** GitHub's alerts: a quotation whose first line is `[!NOTE]`. */
export function alerts(md: MarkdownIt): void {
  md.core.ruler.push("alerts", (state) => {
    if (!state.tokens.some((token) => token.type === "blockquote_open")) return;
    const { labels } = Rendering.of(state.env);
    const result: Token[] = [];
    /** For each open quotation, whether it is an alert. */
    const open: boolean[] = [];
    state.tokens.forEach((token, index) => {
      result.push(token);
      if (token.type === "blockquote_open") {
        const kind = takeMarker(state.tokens, index);
        open.push(kind !== undefined);
        if (kind) result.push(...startAlert(state, token, { kind, title: labels.alerts[kind] }));
      } else if (token.type === "blockquote_close" && open.pop()) {
        token.tag = "div";
      }
    });
    state.tokens = result.filter((token) => token.type !== "empty");
  });
}

/** The alert's kind; its marker leaves the text, and the paragraph too when nothing else is in it. */
function takeMarker(tokens: readonly Token[], quotation: number): AlertKind | undefined {
  const paragraph = tokens.slice(quotation + 1, quotation + 4);
  const [open, inline] = paragraph;
  const [first, second] = inline?.children ?? [];
  if (open?.type !== "paragraph_open" || first?.type !== "text") return undefined;
  if (second && second.type !== "softbreak" && second.type !== "hardbreak") return undefined;
  if (!inline || !written.test(inline.content)) return undefined;
  const kind = toAlertKind(marker.exec(first.content)?.[1]);
  if (!kind) return undefined;
  inline.children = inline.children?.slice(2) ?? [];
  if (inline.children.length === 0) paragraph.forEach((token) => (token.type = "empty"));
  return kind;
}

function startAlert(state: StateCore, token: Token, { kind, title }: { kind: AlertKind; title: string }): Token[] {
  token.tag = "div";
  token.attrs = [
    ["class", `alert alert-${kind}`],
    ["role", "note"],
  ];
  const open = new state.Token("alert_title_open", "p", 1);
  open.attrs = [["class", "alert-title"]];
  open.block = true;
  const text = new state.Token("text", "", 0);
  text.content = title;
  const inline = new state.Token("inline", "", 0);
  inline.children = [text];
  const close = new state.Token("alert_title_close", "p", -1);
  close.block = true;
  return [open, inline, close];
}

function toAlertKind(word: string | undefined): AlertKind | undefined {
  const kind = word?.toLowerCase();
  switch (kind) {
    case "note":
    case "tip":
    case "important":
    case "warning":
    case "caution":
      return kind;
    default:
      return undefined;
  }
}
