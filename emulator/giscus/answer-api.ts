import type { IncomingHttpHeaders } from "node:http";
import { createHash } from "node:crypto";
import { isObject } from "../http/read-body.ts";
import { json, type Reply } from "../http/reply.ts";
import { toNodeId } from "../store/node-id.ts";
import { toWorld, type Scene } from "../scene.ts";
import { findDiscussion } from "./find-discussion.ts";
import { readDiscussion } from "./read-discussion.ts";

type Body = Readonly<Record<string, unknown>> | undefined;

/** `GET /api/discussions`: a thread as the widget shows it. */
export async function answerDiscussions(
  scene: Scene,
  headers: IncomingHttpHeaders,
  query: URLSearchParams,
): Promise<Reply> {
  const refusal = refuseRepository(scene, query.get("repo"));
  if (refusal) return refusal;
  const viewer = scene.sessions.readToken(headers.authorization, scene.store.repository.owner);
  if (viewer === null) return json(403, { error: "Bad credentials" });
  const number = toNumber(query.get("number")) ?? 0;
  const found = findDiscussion(scene.store, {
    number,
    term: query.get("term") ?? "",
    category: query.get("category") ?? "",
    strict: query.get("strict") === "true",
  });
  // By number, giscus passes on what GitHub says.
  if (!found && number > 0)
    return json(500, { error: `Could not resolve to a Discussion with the number of ${number}.` });
  if (!found) return json(404, { error: "Discussion not found" });
  const bounds = { first: toNumber(query.get("first")), last: toNumber(query.get("last")) };
  const page = {
    ...(bounds.first === undefined && bounds.last === undefined ? { first: 20 } : bounds),
    after: query.get("after") ?? undefined,
    before: query.get("before") ?? undefined,
  };
  return json(200, await readDiscussion(toWorld(scene, viewer ?? "giscus[bot]"), found, page, viewer !== undefined));
}

/** `GET /api/discussions/categories`: the ids that a blog's settings need, without any token. */
export function answerCategories(scene: Scene, query: URLSearchParams): Reply {
  const { id: repositoryId, categories } = scene.store.repository;
  const refusal = refuseRepository(scene, query.get("repo"));
  return (
    refusal ?? json(200, { repositoryId, categories: categories.map(({ id, name, emoji }) => ({ id, name, emoji })) })
  );
}

/** `POST /api/discussions`: the discussion that a first comment needs, made by the app on the reader's behalf. */
export function createDiscussion(scene: Scene, headers: IncomingHttpHeaders, body: Body): Reply {
  const { repo, input } = body ?? {};
  const refusal = refuseRepository(scene, typeof repo === "string" ? repo : null);
  if (refusal) return refusal;
  if (!scene.sessions.readToken(headers.authorization, scene.store.repository.owner))
    return json(403, { error: "Bad credentials" });
  if (!isObject(input)) return json(400, { error: "Bad request" });
  const { title, body: text, categoryId } = input;
  if (typeof title !== "string" || typeof text !== "string" || typeof categoryId !== "string")
    return json(400, { error: "Bad request" });
  const hash = createHash("sha1").update(title).digest("hex");
  const marked = `${text}\n\n<!-- sha1: ${hash} -->`;
  const { number } = scene.store.addDiscussion({ title, body: marked, author: "giscus[bot]", categoryId });
  return json(200, { id: toNodeId("D", number) });
}

/** `POST /api/oauth/token`: what a session is good for. */
export function answerToken(scene: Scene, body: Body): Reply {
  const session = body?.session;
  if (typeof session !== "string" || session === "") return json(400, { error: "Unable to get access token." });
  const login = scene.sessions.loginOf(session);
  if (login === undefined) return json(400, { error: "State has expired." });
  return json(200, { token: scene.sessions.toToken(login) });
}

function refuseRepository({ store: { repository } }: Scene, repo: string | null): Reply | undefined {
  const isOurs = repo?.toLowerCase() === `${repository.owner}/${repository.name}`.toLowerCase();
  return isOurs && repository.hasGiscus
    ? undefined
    : json(403, { error: "giscus is not installed on this repository" });
}

function toNumber(text: string | null): number | undefined {
  const number = Number(text);
  return text !== null && Number.isInteger(number) && number > 0 ? number : undefined;
}
