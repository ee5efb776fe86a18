import { asPermalink, toOutputPath, type Permalink } from "../lib/permalink.ts";
import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import { decodeSource, type SourceFile } from "./source-file.ts";

/** `urls.txt`: every address that the blog ever had, one a line, as it is on the disk: raw, without the base path. */
export type UrlHistory = {
  /** Relative to the working directory, for messages. */
  readonly file: string;
  /** Address to line, from 1. */
  readonly lines: ReadonlyMap<Permalink, number>;
  /** What the owner has noted, on lines that begin with `#`. */
  readonly remarks: readonly string[];
};

type ParsedHistory = { readonly history?: UrlHistory; readonly problems: readonly Problem[] };

/** Empty lines and lines that begin with `#` say nothing. */
export function parseUrlHistory(source: SourceFile | undefined): ParsedHistory {
  if (!source) return { problems: [] };
  const decoded = decodeSource(source);
  if ("problem" in decoded) return { problems: [decoded.problem] };
  const lines = new Map<Permalink, number>();
  const remarks: string[] = [];
  const problems: Problem[] = [];
  decoded.text.split(/\r?\n/).forEach((text, index) => {
    const path = text.trim().normalize("NFC");
    if (path === "") return;
    if (path.startsWith("#")) remarks.push(path);
    else if (path.startsWith("/")) lines.set(asPermalink(path), index + 1);
    else problems.push(wrongLine(source.file, index + 1, text));
  });
  return { history: { file: source.file, lines, remarks }, problems };
}

function wrongLine(file: string, line: number, text: string): Problem {
  const message = `a line is no address of this blog (found ${show(text)})`;
  const remedy = "Begin it with `/`, or remove it.";
  return { id: "url-line", severity: "error", file, line, column: 1, message, remedy };
}

/**
 * The text of `urls.txt` with the addresses of a build added: sorted, so that two branches merge well, below the owner's
 * remarks.
 */
export function toUrlHistoryText(history: UrlHistory | undefined, built: Iterable<Permalink>): string {
  const all = new Set([...(history?.lines.keys() ?? []), ...[...built].filter(isLasting)]);
  return [...(history?.remarks ?? []), ...[...all].toSorted()].map((line) => `${line}\n`).join("");
}

/** Pages, and not the one that is shown where there is none. */
function isLasting(url: Permalink): boolean {
  return toOutputPath(url).endsWith(".html") && url !== "/404.html";
}
