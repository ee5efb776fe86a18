import { createMarkFinder, type TagToken } from "./tag-token.ts";

/** `{{< name … >}}` and `{{% name … %}}`, their ends, and those that stand in a comment in order to be shown. */
export function findHugoTokens(text: string): TagToken[] {
  const ends = { "<": createMarkFinder(text, ">}}"), "%": createMarkFinder(text, "%}}") };
  return findTokens(text, /\{\{([<%])/g, (start, sign) => {
    const close = sign === "<" || sign === "%" ? ends[sign](start + 3) : -1;
    return close < 0
      ? undefined
      : { inner: text.slice(start + 3, close), end: close + 3, open: `{{${sign}`, close: sign === "<" ? ">}}" : "%}}" };
  }).map(toHugoToken);
}

/** `{{ name(…) }}` and `{% name(…) %}…{% end %}`. What has no brackets is no shortcode. */
export function findZolaTokens(text: string): TagToken[] {
  const ends = { "{": createMarkFinder(text, "}}"), "%": createMarkFinder(text, "%}") };
  return findTokens(text, /\{([{%])/g, (start, sign) => {
    const close = sign === "{" || sign === "%" ? ends[sign](start + 2) : -1;
    return close < 0
      ? undefined
      : { inner: text.slice(start + 2, close), end: close + 2, open: `{${sign}`, close: sign === "{" ? "}}" : "%}" };
  }).flatMap(toZolaToken);
}

type Found = {
  readonly inner: string;
  readonly start: number;
  readonly end: number;
  readonly open: string;
  readonly close: string;
};

function findTokens(
  text: string,
  mark: RegExp,
  read: (start: number, sign: string) => Omit<Found, "start"> | undefined,
): Found[] {
  const found: Found[] = [];
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const tag = read(match.index, match[1] ?? "");
    if (!tag) continue;
    found.push({ ...tag, start: match.index });
    mark.lastIndex = tag.end;
  }
  return found;
}

function toHugoToken({ inner, start, end, open, close }: Found): TagToken {
  const [, shown] = /^\/\*(.*)\*\/$/s.exec(inner) ?? [];
  if (shown !== undefined) return { kind: "escaped", name: "", rest: "", start, end, shown: `${open}${shown}${close}` };
  const [, slash = "", name = "", rest = ""] = /^\s*(\/?)\s*([\w./-]+)\s*(.*)$/s.exec(inner) ?? [];
  if (slash === "/") return { kind: "close", name, rest: "", start, end };
  const isAlone = rest.trimEnd().endsWith("/") || name.endsWith("/");
  return { kind: "open", name: name.replace(/\/$/, ""), rest: rest.replace(/\/\s*$/, "").trim(), start, end, isAlone };
}

function toZolaToken({ inner, start, end, open, close }: Found): TagToken[] {
  const [, shown] = /^\/\*(.*)\*\/$/s.exec(inner) ?? [];
  if (shown !== undefined)
    return [{ kind: "escaped", name: "", rest: "", start, end, shown: `${open}${shown}${close}` }];
  const isBlock = open === "{%";
  if (isBlock && /^-?\s*end\s*-?$/.test(inner)) return [{ kind: "close", name: "zola", rest: "", start, end }];
  const [, name, rest = ""] = /^-?\s*([A-Za-z_]\w*)\s*\((.*)\)\s*-?$/s.exec(inner) ?? [];
  if (name === undefined) return [];
  // Every block ends with the same `{% end %}`: the name of the shortcode stands in front of its arguments.
  return [
    {
      kind: "open",
      name: isBlock ? "zola" : name,
      rest: isBlock ? `${name} ${rest}` : rest,
      start,
      end,
      isAlone: !isBlock,
    },
  ];
}
