import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import type { Control, Emulator, EmulatorOptions } from "./emulator.ts";
import { createFaultQueue, isFaultKind, type Fault } from "./faults.ts";
import { misbehave } from "./http/misbehave.ts";
import { readBody } from "./http/read-body.ts";
import { json, send } from "./http/reply.ts";
import { route, toTarget, type Request } from "./http/route.ts";
import { createRateLimiter } from "./rate-limiter.ts";
import type { Scene } from "./scene.ts";
import { createSessions } from "./sessions.ts";
import { defaultCategories, type StoredRepository } from "./store/model.ts";
import { openStoreFile } from "./store/store-file.ts";
import { createStore } from "./store/store.ts";

const mostAsked = 10_000;

/** Starts GitHub and giscus on 127.0.0.1. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const scene = createScene(options, url);
  server.on("request", (request, response) => {
    void answer(scene, request, response).catch((error: unknown) => {
      if (!response.headersSent) send(response, json(500, { message: String(error) }));
    });
  });
  const { repository } = scene.store;
  const category = repository.categories.find(({ slug }) => slug === "comments") ?? repository.categories[0];
  return {
    url,
    graphqlUrl: `${url}/graphql`,
    giscusHost: url,
    repo: `${repository.owner}/${repository.name}`,
    repoId: repository.id,
    category: category?.name ?? "",
    categoryId: category?.id ?? "",
    control: toControl(scene),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function createScene({ repo = "klatsch/emulated", ...options }: EmulatorOptions, url: string): Scene {
  const now = options.now ?? (() => new Date());
  const [owner = "klatsch", name = "emulated"] = repo.split("/");
  const repository: StoredRepository = {
    id: `R_${Buffer.from(repo).toString("base64url")}`,
    owner,
    name,
    isPrivate: false,
    hasDiscussionsEnabled: true,
    hasGiscus: true,
    origins: [...(options.origins ?? [])],
    categories: [...(options.categories ?? defaultCategories)],
  };
  const file = options.folder === undefined ? undefined : openStoreFile(join(options.folder, "store.json"));
  return {
    url,
    now,
    store: createStore({ repository, now, scale: options.scale, file }),
    faults: createFaultQueue(),
    sessions: createSessions(),
    limiter: createRateLimiter(options.rateLimit ?? 5000, now),
    asked: [],
  };
}

function toControl({ store, faults, sessions, asked }: Scene): Control {
  return {
    store,
    asked,
    fail: faults.add,
    heal: faults.clear,
    allow: (...origins) => {
      store.repository.origins = [...origins];
    },
    expireSessions: sessions.expire,
    signIn: sessions.open,
  };
}

async function answer(scene: Scene, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  // A page elsewhere may point a name of its own at this machine.
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(incoming.headers.host ?? "")) return send(response, json(421, {}));
  const { method = "GET", headers } = incoming;
  const url = new URL(incoming.url ?? "/", scene.url);
  const body = method === "POST" ? await readBody(incoming) : undefined;
  const request: Request = { method, url, headers, body };
  remember(scene, request);
  const fault = findFault(scene, request);
  if (fault) return misbehave(response, fault, () => route(scene, request, fault));
  send(response, await route(scene, request));
}

function remember({ asked, now }: Scene, { method, url, body }: Request): void {
  const [, operation] = /^\s*(?:query|mutation)\s+(\w+)/.exec(typeof body?.query === "string" ? body.query : "") ?? [];
  asked.push({ method, path: url.pathname + url.search, at: now().getTime(), ...(operation && { operation }) });
  if (asked.length > mostAsked) asked.splice(0, asked.length - mostAsked);
}

/** From the queue, or from the request's own header `x-emulator-fault`. */
function findFault({ faults }: Scene, { url, headers }: Request): Fault | undefined {
  const on = toTarget(url);
  if (on === undefined) return undefined;
  const kind = headers["x-emulator-fault"];
  return isFaultKind(kind) ? { on, kind } : faults.take(on);
}
