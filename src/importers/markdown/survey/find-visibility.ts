import type { Finding } from "../../finding.ts";
import { readFirst, readFlag, readPath, readText } from "../front/front-values.ts";
import type { PlainData } from "../front/plain-data.ts";

/** `withheld` texts are not written and not named: somebody locked them. */
export type Visibility = "publish" | "draft" | "private" | "password";

export const visibilityKeys = [
  "draft",
  "published",
  "status",
  "private",
  "visibility",
  "password",
  "encrypt",
  "headless",
  "hidden",
  "unlisted",
  "expiryDate",
  "expirydate",
  "expires",
  "build",
  "_build",
];

/** Who may read a text, by its front matter alone. Passwords are looked for and never read. */
export function findVisibility(data: PlainData): Visibility {
  if (has(data, "password") || has(data, "passwords") || readFlag(data.encrypt) === true) return "password";
  const status = (readText(data.status) ?? readText(data.visibility) ?? "").toLowerCase();
  if (/^(?:private|members|secret)$/.test(status) || readFlag(data.private) === true) return "private";
  const isDraft = readFirst(data, ["draft", "extra.draft", "params.draft"], readFlag)?.value ?? false;
  if (isDraft || readFlag(data.published) === false || readFlag(data.publish) === false) return "draft";
  if (/^(?:draft|pending|wip|hidden|unpublished|trash)/.test(status)) return "draft";
  if (readFlag(data.headless) === true || isNeverRendered(data)) return "draft";
  return expiry(data) === undefined ? "publish" : "draft";
}

function has(data: PlainData, key: string): boolean {
  return ["", "extra.", "params."].some((start) => {
    const value = readPath(data, start + key);
    return value !== undefined && value !== null && value !== "" && readFlag(value) !== false;
  });
}

function isNeverRendered(data: PlainData): boolean {
  const render = readFirst(data, ["build.render", "_build.render"], readText)?.value;
  return render === "never" || render === "false";
}

function expiry(data: PlainData) {
  return readFirst(data, ["expiryDate", "expirydate", "expires"], readText);
}

/** What the owner should know of a text that was shown to some, or for a time. */
export function noteVisibility(data: PlainData, lineOf: (key: string) => number): Finding[] {
  const findings: Finding[] = [];
  const ends = expiry(data);
  if (ends) {
    const note = "The new blog has no such date, so the text is a draft. Take `draft: true` out if it is to be read.";
    findings.push({
      kind: "front-matter",
      found: `${ends.path}: ${ends.value}`,
      outcome: "changed",
      line: lineOf(ends.path),
      note,
    });
  }
  for (const key of ["hidden", "unlisted"]) {
    if (readFlag(data[key]) !== true) continue;
    const note =
      "The new blog lists every text. This one is kept from search engines and its own search; make it a draft if that is not enough.";
    findings.push({ kind: "front-matter", found: `${key}: true`, outcome: "changed", line: lineOf(key), note });
  }
  return findings;
}
