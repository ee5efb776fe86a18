import type { IncomingHttpHeaders } from "node:http";
import { answerQuery, type GraphqlAnswer } from "../graphql/answer-query.ts";
import type { Fault } from "../faults.ts";
import { toWorld, type Scene } from "../scene.ts";
import { rateLimited } from "./misbehave.ts";
import { isObject } from "./read-body.ts";
import { json, type Reply } from "./reply.ts";

type Body = Readonly<Record<string, unknown>> | undefined;

class OutOfPoints extends Error {}

/** `POST /graphql`. */
export async function answerGraphql(
  scene: Scene,
  headers: IncomingHttpHeaders,
  body: Body,
  fault?: Fault,
): Promise<Reply> {
  const { owner } = scene.store.repository;
  const viewer = scene.sessions.readToken(headers.authorization, owner);
  if (viewer === null) return json(401, { message: "Bad credentials", status: "401" });
  if (viewer === undefined)
    return json(401, { message: "This endpoint requires you to be authenticated.", status: "401" });
  if (typeof body?.query !== "string") return json(400, { message: "Problems parsing JSON", status: "400" });
  const token = headers.authorization ?? "";
  const request = {
    query: body.query,
    operationName: typeof body.operationName === "string" ? body.operationName : undefined,
    variables: isObject(body.variables) ? body.variables : {},
  };
  try {
    const answer = await answerQuery(request, toWorld(scene, viewer, token), (points) => {
      if (!scene.limiter.charge(token, points)) throw new OutOfPoints();
    });
    return json(200, fault?.kind === "partial" ? toPartial(answer) : answer, toHeaders(scene, token));
  } catch (error) {
    if (!(error instanceof OutOfPoints)) throw error;
    const { limit, resetAt } = scene.limiter.state(token);
    return rateLimited(Math.ceil((Date.parse(resetAt) - scene.now().getTime()) / 1000), limit);
  }
}

function toHeaders({ limiter }: Scene, token: string): Record<string, string> {
  const { limit, remaining, used, resetAt } = limiter.state(token);
  return {
    "x-oauth-scopes": "public_repo",
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-used": String(used),
    "x-ratelimit-reset": String(Math.ceil(Date.parse(resetAt) / 1000)),
    "x-ratelimit-resource": "graphql",
  };
}

/** Half of the first list is missing, and a line of `errors` says so to whoever reads it. */
function toPartial(answer: GraphqlAnswer): GraphqlAnswer {
  const data: unknown = JSON.parse(JSON.stringify(answer.data ?? null));
  halveFirstList(data);
  const message =
    "Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug.";
  return { data, errors: [{ message }] };
}

function halveFirstList(value: unknown): boolean {
  if (Array.isArray(value)) {
    if (value.some(halveFirstList)) return true;
    value.splice(Math.floor(value.length / 2));
    return value.length > 0;
  }
  return isObject(value) && Object.values(value).some(halveFirstList);
}
