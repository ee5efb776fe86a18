import { createHash } from "node:crypto";
import type { Finding } from "../../finding.ts";
import { decodeText, type SiteFolder } from "../folder/site-folder.ts";
import { readText } from "../front/front-values.ts";
import { readFront, type Front } from "../front/read-front.ts";
import type { PlainData } from "../front/plain-data.ts";
import type { OpenSite, TextPlace } from "../generator.ts";
import { findDate } from "./find-date.ts";
import { findVisibility, noteVisibility, type Visibility } from "./find-visibility.ts";
import type { ClockRules, Moment } from "./read-moment.ts";

/** One text of the old blog, read, and what it is by itself. */
export type SourceText = {
  /** Its path in the folder that was named. */
  readonly key: string;
  readonly place: TextPlace;
  readonly kind: "post" | "page" | "section";
  readonly status: Visibility;
  readonly text: string;
  readonly hash: string;
  readonly front: Front;
  /** Front matter with what its folder adds. */
  readonly data: PlainData;
  readonly title: string;
  /** Lines of the body that became the title. */
  readonly titleLines: number;
  readonly moment: Moment | undefined;
  /** Why it is not written. */
  readonly skip?: string | undefined;
  readonly findings: readonly Finding[];
};

export function readSourceText(place: TextPlace, folder: SiteFolder, site: OpenSite, rules: ClockRules): SourceText {
  const key = folder.show(place.path);
  const bytes = folder.read(place.path);
  const { text, isRepaired } = decodeText(bytes ?? new Uint8Array());
  const front = readFront(text, { allowsOpenTop: site.generator === "hexo" });
  const data = { ...site.defaultsOf(place), ...front.data };
  const named = findTitle(data, front.body, place);
  const { moment, findings: dates } = findDate({ place, data, front }, rules);
  const status = toStatus(place, front, data);
  const kind = toKind(place, site, moment !== undefined);
  const missing = bytes ? undefined : "it cannot be read: it is a link out of the folder, or you may not open it";
  return {
    key,
    place,
    kind,
    status: kind === "post" && !moment && status === "publish" ? "draft" : status,
    text,
    hash: createHash("sha256")
      .update(bytes ?? "")
      .digest("hex"),
    front,
    data,
    title: named.title,
    titleLines: named.lines,
    moment,
    skip:
      place.skip ??
      missing ??
      (kind === "page" && !front.hasFront && site.generator === "jekyll" && !front.isBroken
        ? "Jekyll makes no page of a file without front matter"
        : undefined),
    findings: [
      ...(isRepaired ? [encoding] : []),
      ...front.findings,
      ...dates,
      ...noteVisibility(data, front.lineOf),
      ...named.findings,
      ...(place.path.endsWith("x") ? [mdx] : []),
    ],
  };
}

const encoding: Finding = {
  kind: "source",
  found: "bytes that are no UTF-8",
  outcome: "repaired",
  note: "They were read as UTF-16 or Windows-1252. Look at letters with accents.",
};

const mdx: Finding = {
  kind: "template",
  found: ".mdx",
  outcome: "kept as text",
  note: "Components and imports are not run. Look at the text.",
};

function toStatus({ isDraft }: TextPlace, front: Front, data: PlainData): Visibility {
  const status = findVisibility(data);
  return status === "publish" && (isDraft || front.isBroken) ? "draft" : status;
}

/** Where folders say nothing, a date makes a post; Jekyll and Hexo keep posts in a folder of their own. */
function toKind({ kind, isDraft }: TextPlace, { generator }: OpenSite, isDated: boolean): SourceText["kind"] {
  if (kind !== "post" || isDated || isDraft) return kind;
  return generator === "jekyll" || generator === "hexo" ? "post" : "page";
}

type Title = { readonly title: string; readonly lines: number; readonly findings: readonly Finding[] };

function findTitle(data: PlainData, body: string, { stem, kind }: TextPlace): Title {
  const own = readText(data.title);
  if (own !== undefined) return { title: own, lines: 0, findings: [] };
  const [above, heading] = /^\s{0,200}#[ \t]+([^\n]{1,300}?)[ \t#]*(?:\n|$)/.exec(body) ?? [];
  if (heading !== undefined && above !== undefined) {
    const note = "The text has no `title`; its first heading became it.";
    const finding: Finding = { kind: "front-matter", found: `# ${heading}`, outcome: "moved", note };
    return { title: heading.replace(/[*_`]/g, ""), lines: above.split("\n").length - 1, findings: [finding] };
  }
  const name = (stem.split("/").at(-1) ?? "")
    .replace(/^\d{2,4}-\d{1,2}-\d{1,2}[-_]/, "")
    .replace(/[-_]+/g, " ")
    .trim();
  const title = name === "" ? "Untitled" : name.charAt(0).toUpperCase() + name.slice(1);
  const note = `The text has no \`title\`; the name of its file became it: ${title}.`;
  const findings: Finding[] =
    kind === "section" ? [] : [{ kind: "front-matter", found: "no title", outcome: "changed", note }];
  return { title, lines: 0, findings };
}
