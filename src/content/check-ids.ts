import type { Severity } from "../lib/problem.ts";

/** `build`: what a build says of it; an error there stops it, so that no setting can make less of it. */
export type CheckRule = { readonly severity: Severity; readonly build: Severity | undefined };

const stops: CheckRule = { severity: "error", build: "error" };
const warns: CheckRule = { severity: "warning", build: "warning" };
/** A build goes on without what is missing; before it is published there is time to mend it. */
const fails: CheckRule = { severity: "error", build: "warning" };
/** Found by `npm run check` alone. */
const finds: CheckRule = { severity: "error", build: undefined };
const tells: CheckRule = { severity: "warning", build: undefined };

/** Every id of a problem in a blog folder, in the order of docs/checks.md, which says what each means. */
export const checkRules: Readonly<Record<string, CheckRule>> = {
  // Files and front matter
  "file-empty": stops,
  "file-encoding": stops,
  "file-ending": tells,
  "front-matter-missing": stops,
  "front-matter-open": stops,
  "front-matter-yaml": stops,
  "front-matter-type": stops,
  "front-matter-key": warns,
  "front-matter-duplicate": stops,
  "title-missing": stops,
  "title-length": tells,
  "description-length": tells,
  "date-missing": stops,
  "date-invalid": stops,
  "date-impossible": stops,
  "date-time": warns,
  "date-order": tells,
  "id-invalid": stops,
  "slug-changed": warns,
  "lang-invalid": stops,
  "alias-invalid": stops,
  "category-depth": stops,
  "translation-unknown": warns,
  "translation-itself": warns,
  "translation-circle": warns,
  "translation-chain": warns,
  "translation-language": warns,
  "silence-unknown": tells,
  // Addresses
  "name-duplicate": stops,
  "id-duplicate": stops,
  "url-duplicate": stops,
  "alias-duplicate": stops,
  "url-case": tells,
  "id-case": tells,
  "redirect-key": stops,
  "redirect-value": stops,
  "redirect-duplicate": stops,
  "redirect-shadowed": stops,
  "redirect-circle": stops,
  "redirect-chain": warns,
  "redirect-target": fails,
  "redirect-query": warns,
  "url-lost": stops,
  "url-line": stops,
  // Terms and authors
  "tag-case": warns,
  "category-case": warns,
  "author-case": warns,
  "series-case": tells,
  "term-slug": warns,
  // Text
  "text-empty": tells,
  "heading-skip": tells,
  "link-missing": fails,
  "link-withheld": warns,
  "link-fragment": warns,
  "link-place": tells,
  "link-text": warns,
  "link-outside": tells,
  "image-missing": fails,
  "image-remote": warns,
  "image-alt": warns,
  "image-damaged": warns,
  "image-too-large": warns,
  math: warns,
  diagram: warns,
  "card-glyph": warns,
  "code-language": warns,
  "code-open": warns,
  "footnote-missing": warns,
  "footnote-unused": warns,
  "html-id": warns,
  "html-script": warns,
  "html-style": warns,
  // What is not out yet
  "post-draft": tells,
  "post-scheduled": tells,
  // Threads
  thread: stops,
  "thread-name": stops,
  "thread-key": warns,
  "thread-double": stops,
  "thread-orphan": warns,
  "thread-avatar": warns,
  "thread-image": warns,
  "thread-link": tells,
  // Settings and registers
  site: stops,
  "site-key": warns,
  "site-setting": stops,
  "nav-link": finds,
  "author-link": finds,
  "author-avatar": finds,
  strings: stops,
  "strings-language": stops,
  "strings-missing": warns,
  "strings-key": warns,
  "strings-type": warns,
  "search-index": warns,
  json: stops,
  "json-type": stops,
  "json-key": warns,
  "terms-key": warns,
  "term-duplicate": stops,
  "term-slug-invalid": stops,
  "author-url": stops,
  giscus: stops,
  "giscus-key": warns,
  "override-unknown": stops,
  "override-export": stops,
  "override-syntax": stops,
  "override-fault": stops,
};

/** Whether an author or owner may make less of a problem: not of one that stops the build. */
export function isNegotiable(id: string): boolean {
  return Object.hasOwn(checkRules, id) && checkRules[id]?.build !== "error";
}
