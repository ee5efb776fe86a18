import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Fault } from "../faults.ts";
import { json, send, type Reply } from "./reply.ts";

/** Answers a request as a fault has it; `toReply` gives what would have been right. */
export async function misbehave(response: ServerResponse, fault: Fault, toReply: () => Promise<Reply>): Promise<void> {
  switch (fault.kind) {
    case "hang":
      return;
    case "reset":
      response.socket?.resetAndDestroy();
      return;
    case "slow":
      await sleep(fault.milliseconds ?? 3000);
      if (!response.destroyed) send(response, await toReply());
      return;
    case "truncated":
      send(response, cutInHalf(await toReply()));
      return;
    case "cut":
      await breakOff(response, await toReply());
      return;
    default:
      send(response, toFaultyReply(fault) ?? (await toReply()));
  }
}

function cutInHalf({ body, ...reply }: Reply): Reply {
  return { ...reply, body: body.slice(0, body.length / 2) };
}

async function breakOff(response: ServerResponse, { status, headers, body }: Reply): Promise<void> {
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
  response.write(body.slice(0, body.length / 2));
  await sleep(20);
  response.socket?.resetAndDestroy();
}

function toFaultyReply({ on, kind, retryAfter = 1 }: Fault): Reply | undefined {
  const { documentation } = addresses;
  switch (kind) {
    case "rate-limit":
      return on === "api" ? json(429, { error: `${exceeded} for klatsch/emulated` }) : rateLimited(retryAfter);
    case "secondary-rate-limit":
      return json(403, { message: secondary, documentation_url: documentation }, { "retry-after": String(retryAfter) });
    case "bad-gateway":
      return { status: 502, headers: { "content-type": "text/html" }, body: "<html><h1>502 Bad Gateway</h1></html>" };
    case "unauthorized":
      return on === "api"
        ? json(403, { error: "Bad credentials" })
        : json(401, { message: "Bad credentials", documentation_url: documentation, status: "401" });
    case "not-installed":
      return json(403, { error: "giscus is not installed on this repository" });
    case "redirect":
      return { status: 307, headers: { location: addresses.refusal }, body: "" };
    default:
      return undefined;
  }
}

const exceeded = "API rate limit exceeded";
const secondary = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
const addresses = {
  documentation: "https://docs.github.com/graphql",
  refusal: "https://github.com/orgs/giscus/discussions/1298",
};

/** GitHub's way: all is well, says the status, but nothing is there. */
export function rateLimited(seconds: number, limit = 5000): Reply {
  const reset = Math.ceil(Date.now() / 1000) + seconds;
  return json(
    200,
    { errors: [{ type: "RATE_LIMITED", message: `${exceeded} for user ID 1.` }] },
    {
      "x-ratelimit-limit": String(limit),
      "x-ratelimit-remaining": "0",
      "x-ratelimit-used": String(limit),
      "x-ratelimit-reset": String(reset),
      "x-ratelimit-resource": "graphql",
    },
  );
}
