import { encodePath } from "../lib/permalink.ts";
import type { Page, Post } from "./post.ts";
import type { Site } from "./site.ts";

/** Where readers can see how a text came to be, and mend it. */
export type SourceLinks = { readonly edit: string; readonly history: string };

/** The entry's file on GitHub; undefined where the owner names no repository. */
export function toSourceLinks(site: Pick<Site, "repository">, { kind, source }: Post | Page): SourceLinks | undefined {
  if (!site.repository) return undefined;
  const { name, branch, folder } = site.repository;
  const toAddress = (view: string): string =>
    `https://github.com/${encodePath([name, view, branch, ...folder, `${kind}s`, source.path].join("/"))}`;
  return { edit: toAddress("edit"), history: toAddress("commits") };
}
