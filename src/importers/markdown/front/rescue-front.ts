import { parseData, type DataStyle } from "./parse-data.ts";
import type { PlainData } from "./plain-data.ts";

/**
 * What can be read of front matter that is broken: each key by itself, with the lines that belong to it. A value that
 * is still no YAML or TOML is taken as the text that it is.
 */
export function rescueFront(source: string, style: DataStyle): PlainData {
  const data: Record<string, unknown> = {};
  for (const { key, text, value } of toChunks(source)) {
    const parsed = parseData(text, style === "json" ? "yaml" : style);
    if ("data" in parsed && Object.hasOwn(parsed.data, key)) data[key] = parsed.data[key];
    else data[key] = unquote(value);
  }
  return data;
}

type Chunk = { readonly key: string; readonly text: string; readonly value: string };

function toChunks(source: string): Chunk[] {
  const chunks: { key: string; lines: string[]; value: string }[] = [];
  for (const line of source.split("\n")) {
    const [, key, value = ""] = /^["']?([\p{L}_][\p{L}\p{N}_-]*)["']?[ \t]*[:=](.*)$/u.exec(line) ?? [];
    if (key !== undefined) chunks.push({ key, lines: [line], value });
    else if (line.startsWith("[")) chunks.push({ key: "", lines: [line], value: "" });
    else chunks.at(-1)?.lines.push(line);
  }
  return chunks
    .filter(({ key }) => key !== "")
    .map(({ key, lines, value }) => ({ key, text: lines.join("\n"), value }));
}

function unquote(value: string): string {
  return value
    .trim()
    .replace(/,$/, "")
    .replace(/^["']|["']$/g, "");
}
