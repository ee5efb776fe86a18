import { isRecord } from "../lib/is-record.ts";
import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import { findJsonMistake } from "./json-mistake.ts";
import { decodeSource, type SourceFile } from "./source-file.ts";
import { createYamlLocator, type Locate } from "./yaml-locator.ts";

/** A JSON object with the places of its values. */
export type JsonSource = {
  readonly file: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Empty when it could not be read. */
  readonly text: string;
  readonly locate: Locate;
  readonly problems: readonly Problem[];
};

/** Reads a file of `_data/`; no file is an empty object. */
export function parseJson(source: SourceFile | undefined): JsonSource {
  const empty = { file: source?.file ?? "", data: {}, text: "", locate: createYamlLocator(""), problems: [] };
  if (!source) return empty;
  const decoded = decodeSource(source);
  if ("problem" in decoded) return { ...empty, problems: [decoded.problem] };
  const fail = (message: string, remedy: string, position = { line: 1, column: 1 }): JsonSource => {
    return { ...empty, problems: [{ id: "json", severity: "error", file: source.file, ...position, message, remedy }] };
  };
  const parsed = parseText(decoded.text);
  if (!parsed) {
    const { offset, remedy } = findJsonMistake(decoded.text);
    const found = decoded.text.slice(offset).split("\n")[0]?.trim();
    const message = `the file is not valid JSON (found ${found ? show(found) : "the end of the file"})`;
    return fail(message, remedy, toPosition(decoded.text, offset));
  }
  if (isRecord(parsed.data)) {
    return { ...empty, data: parsed.data, text: decoded.text, locate: createYamlLocator(decoded.text) };
  }
  return fail(`the file is no JSON object (found ${show(parsed.data)})`, 'Write one object: `{ "key": … }`.');
}

function parseText(text: string): { readonly data: unknown } | undefined {
  try {
    return { data: JSON.parse(text) };
  } catch {
    // Where it breaks and why, `findJsonMistake` says: Node's messages differ from release to release.
    return undefined;
  }
}

function toPosition(text: string, offset: number): { readonly line: number; readonly column: number } {
  const above = text.slice(0, offset).split("\n");
  return { line: above.length, column: (above.at(-1)?.length ?? 0) + 1 };
}
