import { toSlug } from "../../../lib/slug.ts";
import type { Finding } from "../../finding.ts";
import type { WxrAuthor } from "../wxr.ts";
import type { ItemHead } from "./item-head.ts";
import { decodeSlug } from "./old-permalinks.ts";
import { toPlainText } from "./plain-text.ts";

/** Somebody who wrote on the old blog. */
export type AuthorPlan = {
  readonly id: string;
  /** In `authors.json`, and its own slug. */
  readonly key: string;
  readonly name: string;
  /** What stood in the old address `/author/…/`; undefined for an e-mail address, which nothing may show. */
  readonly oldSlug?: string;
};

export type AuthorPlans = {
  readonly all: readonly AuthorPlan[];
  /** By login, as an item names its author. */
  readonly find: (login: string) => AuthorPlan | undefined;
  readonly findings: readonly Finding[];
};

/** An author for every login of the export: its own list, then whoever else items name. */
export function planAuthors(authors: readonly WxrAuthor[], items: readonly ItemHead[]): AuthorPlans {
  const plans = new Map<string, AuthorPlan>();
  const keys = new Set<string>();
  const findings: Finding[] = [];
  const add = (author: WxrAuthor): void => {
    const login = toLoginKey(author.login);
    if (login === "" || plans.has(login)) return;
    const key = claimKey(author, keys);
    const hasMail = isMail(author.login) || isMail(author.displayName);
    if (hasMail) findings.push(toMailNote(key));
    const oldSlug = isMail(author.login) ? undefined : toSlug(author.login);
    plans.set(login, { id: author.id, key, name: toName(author, key), ...(oldSlug && { oldSlug }) });
  };
  authors.forEach(add);
  for (const { login, name } of items.flatMap(toOtherAuthors)) {
    add({ id: "", login, displayName: name, firstName: "", lastName: "" });
  }
  return { all: [...plans.values()], find: (login) => plans.get(toLoginKey(login)), findings };
}

/** Logins of those who wrote an item: of several authors, if a plugin kept them, else of the one. */
export function loginsOf({ creator, terms }: Pick<ItemHead, "creator" | "terms">): string[] {
  const several = terms.filter(({ domain }) => domain === "author").map(({ slug, name }) => toCoAuthor(slug, name));
  return several.length > 0 ? several : [creator].filter((login) => toLoginKey(login) !== "");
}

function toOtherAuthors(head: ItemHead): { login: string; name: string }[] {
  if (head.type !== "post" && head.type !== "page") return [];
  const guests = head.terms.filter(({ domain }) => domain === "author");
  const own = { login: head.creator, name: head.creator.replace(/^[<>\s]+|[<>\s]+$/g, "") };
  return guests.length > 0 ? guests.map(({ slug, name }) => ({ login: toCoAuthor(slug, name), name })) : [own];
}

// Co-Authors Plus puts `cap-` in front of the login.
function toCoAuthor(slug: string, name: string): string {
  return slug === "" ? name : decodeSlug(slug).replace(/^cap-/, "");
}

/** Logins are compared as WordPress does; stray marks around them come from exports that were edited by hand. */
function toLoginKey(login: string): string {
  return login
    .trim()
    .replace(/^[<>]+|[<>]+$/g, "")
    .normalize("NFC")
    .toLowerCase();
}

function claimKey({ id, login, displayName }: WxrAuthor, taken: Set<string>): string {
  const readable = [login, displayName].find((text) => text.trim() !== "" && !isMail(text));
  const plain = readable === undefined ? toSlug(`author-${/^\d+$/.test(id) ? id : taken.size + 1}`) : toSlug(readable);
  let key = plain;
  for (let number = 2; taken.has(key); number++) key = toSlug(`${plain}-${number}`);
  taken.add(key);
  return key;
}

function toName({ displayName, firstName, lastName, login }: WxrAuthor, key: string): string {
  const candidates = [displayName, `${firstName} ${lastName}`, login].map(toPlainText);
  return candidates.find((name) => name !== "" && !isMail(name)) ?? key;
}

function isMail(text: string): boolean {
  return /[^\s@]@[^\s@]/.test(text);
}

function toMailNote(key: string): Finding {
  const note = `A log-in or name is an e-mail address, which is written nowhere; the author is \`${key}\` in \`_data/authors.json\`.`;
  return { kind: "author", found: key, outcome: "changed", note };
}
