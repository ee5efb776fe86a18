import { show } from "../lib/show.ts";
import { refuse, type Reading } from "./field.ts";

/** Where the blog's texts are kept on GitHub. */
export type Repository = {
  /** `owner/name` */
  readonly name: string;
  readonly branch: string;
  /** The way from the repository's root to the blog folder; empty when they are the same. */
  readonly folder: readonly string[];
};

const id = "site-setting";

export function readRepository(value: unknown): Reading<string> {
  if (typeof value === "string" && /^[\w-]+\/(?!\.{1,2}$)[\w.-]+$/.test(value)) return { value };
  const message = `\`repository\` is no repository on GitHub (found ${show(value)})`;
  return refuse(id, message, 'Write `repository: "owner/name"`.');
}

/** What git allows as the name of a branch, as far as a slip of the pen goes. */
export function readBranch(value: unknown): Reading<string> {
  if (typeof value === "string" && /^[^\s~^:?*[\\\p{Cc}\p{Cs}]+$/u.test(value) && areSegments(value)) return { value };
  return refuse(id, `\`branch\` is no name of a branch (found ${show(value)})`, 'Write `branch: "main"`.');
}

export function readFolder(value: unknown): Reading<readonly string[]> {
  if (typeof value === "string" && !/[\\\p{Cc}\p{Cs}]/u.test(value)) {
    const path = value.trim().replace(/\/$/, "");
    if (areSegments(path)) return { value: path.split("/") };
  }
  const remedy = 'Write the way from the repository\'s root to the blog, such as `folder: "sites/blog"`.';
  return refuse(id, `\`folder\` is no folder of the repository (found ${show(value)})`, remedy);
}

function areSegments(path: string): boolean {
  return path.split("/").every((segment) => segment !== "" && segment !== "." && segment !== "..");
}
