import { z } from "zod";
import { show } from "../lib/show.ts";
import { field, jsonNotation, readText, refuse, type Reading } from "../content/field.ts";

/** `_data/giscus.json`: where the conversation is kept. */
export type GiscusSettings = {
  /** `owner/name` */
  readonly repo: string;
  readonly repoId: string;
  readonly category: string;
  readonly categoryId: string;
  /** Bare origin: giscus drops messages when it has a path or a trailing slash (facts/giscus.md). */
  readonly host: string;
};

export const defaultHost = "https://giscus.app";

export const giscusSchema = z.object({
  repo: field(readRepo),
  repoId: field((value) => readText("repoId", value, jsonNotation)),
  category: field((value) => readText("category", value, jsonNotation)),
  categoryId: field((value) => readText("categoryId", value, jsonNotation)),
  host: field(readHost),
});

function readRepo(value: unknown): Reading<string> {
  if (typeof value === "string" && /^[\w.-]+\/[\w.-]+$/.test(value)) return { value };
  return refuse("giscus", `\`repo\` is no repository (found ${show(value)})`, 'Write `"repo": "owner/name"`.');
}

/** The origin of a giscus server. */
export function readHost(value: unknown): Reading<string> {
  const url = typeof value === "string" && URL.canParse(value) ? new URL(value) : undefined;
  const isOrigin = url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (isOrigin) return { value: url.origin };
  const message = `\`host\` is no address of a giscus server (found ${show(value)})`;
  return refuse("giscus", message, `Write its address alone: \`"host": "${defaultHost}"\`.`);
}
