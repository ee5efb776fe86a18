import type { IncomingMessage } from "node:http";
import { drawAvatar } from "../avatar.ts";
import type { Fault, Target } from "../faults.ts";
import { answerCategories, answerDiscussions, answerToken, createDiscussion } from "../giscus/answer-api.ts";
import { answerSignIn } from "../giscus/sign-in.ts";
import { answerWidget } from "../giscus/widget-page.ts";
import type { Scene } from "../scene.ts";
import { answerControl } from "./answer-control.ts";
import { answerGraphql } from "./answer-graphql.ts";
import { json, type Reply } from "./reply.ts";

type Body = Readonly<Record<string, unknown>> | undefined;

export type Request = {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage["headers"];
  readonly body: Body;
};

/** What a path stands for, for faults; undefined for what never fails. */
export function toTarget({ pathname }: URL): Target | undefined {
  if (pathname === "/graphql") return "graphql";
  if (pathname.endsWith("/widget")) return "widget";
  if (pathname.startsWith("/api/discussions")) return "api";
  return pathname.startsWith("/avatars/") ? "avatar" : undefined;
}

/** The right answer, save for what a fault changes in it. */
export async function route(scene: Scene, { method, url, headers, body }: Request, fault?: Fault): Promise<Reply> {
  const { pathname, searchParams } = url;
  const [, lang] = /^(?:\/([\w-]+))?\/widget$/.exec(pathname) ?? [];
  if (pathname.endsWith("/widget")) return answerWidget(scene, searchParams, lang ?? "en", fault);
  switch (`${method} ${pathname}`) {
    case "POST /graphql":
      return answerGraphql(scene, headers, body, fault);
    case "GET /api/discussions":
      return answerDiscussions(scene, headers, searchParams);
    case "POST /api/discussions":
      return createDiscussion(scene, headers, body);
    case "GET /api/discussions/categories":
      return answerCategories(scene, searchParams);
    case "GET /api/oauth/authorize":
      return answerSignIn(scene, searchParams);
    case "POST /api/oauth/token":
      return answerToken(scene, body);
    case "POST /emulator/faults":
      // A header that no page may send to another origin unasked.
      return headers["x-emulator"] ? answerControl(scene, body) : json(403, { error: "x-emulator is missing" });
    default:
      return pathname.startsWith("/avatars/") ? toAvatar(url) : json(404, { message: "Not Found" });
  }
}

function toAvatar({ pathname, searchParams }: URL): Reply {
  const login = decodeURIComponent(pathname.slice("/avatars/".length));
  const size = Math.min(460, Math.max(8, Number(searchParams.get("s")) || 64));
  return { status: 200, headers: { "content-type": "image/png" }, body: drawAvatar(login, size) };
}
