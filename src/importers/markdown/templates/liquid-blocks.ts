import { findLiquidTokens } from "./liquid-tokens.ts";
import { evaluate, toText, type LiquidScope, type LiquidValue } from "./liquid-values.ts";
import type { TagToken } from "./tag-token.ts";

// A loop in a loop in a loop must not fill the memory.
const longest = 1_000_000;

/** What `{% for x in list %}…{% endfor %}` writes; undefined when anything in it is unknown. */
export function renderLoop(rest: string, body: string, scope: LiquidScope): string | undefined {
  const [, name = "", expression = ""] = /^(\w+)\s+in\s+(.+)$/s.exec(rest) ?? [];
  const list = expression === "" ? undefined : evaluate(expression.trim(), scope);
  if (!Array.isArray(list)) return undefined;
  const rounds: string[] = [];
  let length = 0;
  for (const item of list as readonly unknown[]) {
    const variables = new Map([...scope.variables, [name, toValue(item)]]);
    const round = renderBody(body, { ...scope, variables });
    if (round === undefined) return undefined;
    length += round.length;
    if (length > longest) return undefined;
    rounds.push(round);
  }
  return rounds.join("");
}

function toValue(item: unknown): LiquidValue {
  return Array.isArray(item) || typeof item === "string" ? item : String(item);
}

/** Values, assignments and loops; any other tag makes the whole unknown. */
function renderBody(body: string, scope: LiquidScope): string | undefined {
  const tokens = findLiquidTokens(body, { isHidden: () => false });
  const variables = new Map(scope.variables);
  const pieces: string[] = [];
  let at = 0;
  for (const token of tokens) {
    const text = renderToken(token, { ...scope, variables });
    if (text === undefined) return undefined;
    pieces.push(body.slice(at, token.start), text);
    at = token.end;
  }
  return [...pieces, body.slice(at)].join("");
}

function renderToken({ kind, name, rest }: TagToken, scope: LiquidScope & { variables: Map<string, LiquidValue> }) {
  if (kind === "output") {
    const value = evaluate(rest, scope);
    return value === undefined ? undefined : toText(value);
  }
  return kind === "open" && name === "assign" && assign(rest, scope, scope.variables) ? "" : undefined;
}

/** `name = expression`; false when its value is unknown. */
export function assign(rest: string, scope: LiquidScope, variables: Map<string, LiquidValue>): boolean {
  const [, name = "", expression = ""] = /^([\w-]+)\s*=\s*(.+)$/s.exec(rest) ?? [];
  const value = name === "" ? undefined : evaluate(expression.trim(), scope);
  if (value === undefined) variables.delete(name);
  else variables.set(name, value);
  return value !== undefined;
}
