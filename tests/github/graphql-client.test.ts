import { expect, test } from "vitest";
import { z } from "zod";
import { createGraphqlClient } from "../../src/github/graphql-client.ts";
import { fakeRuntime } from "../support/fake-runtime.ts";
import { json, stubServer, type Handler } from "../support/stub-server.ts";

const schema = z.object({ answer: z.number() });
const good = json({ data: { answer: 42 } });
const reset: Handler = (request) => request.socket.destroy();
const inTenMinutes = String(Date.parse("2026-11-23T12:10:00Z") / 1000);
const noon = "Mon, 23 Nov 2026 12:00:00 GMT";
const spent = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": inTenMinutes, date: noon };

async function ask(
  handlers: readonly Handler[],
  question: { isMutation?: boolean; tries?: number } = {},
  timeout = 2000,
) {
  const runtime = fakeRuntime();
  const server = await stubServer(...handlers);
  const client = createGraphqlClient({ url: server.origin, token: "secret", runtime, timeout });
  const outcome = await client
    .ask({ query: "query { answer }", variables: {}, schema, ...question })
    .catch((error: unknown) => error);
  const slept = runtime.slept.reduce((sum, time) => sum + time, 0);
  return { outcome, slept, requests: server.requests, client };
}

test("a question brings its data", async () => {
  const { outcome, requests } = await ask([good]);
  expect(outcome).toEqual({ answer: 42 });
  expect(requests).toEqual(['POST / {"query":"query { answer }","variables":{}}']);
});

test.each<[string, Handler, number]>([
  [
    "the primary limit, as a 200 with errors",
    json({ errors: [{ type: "RATE_LIMITED", message: "API rate limit" }] }, 200, spent),
    601_000,
  ],
  ["the primary limit, as a 403", json({ message: "API rate limit exceeded" }, 403, spent), 601_000],
  [
    "a secondary limit, as a 403",
    json({ message: "You have exceeded a secondary rate limit" }, 403, { "retry-after": "30" }),
    30_000,
  ],
  [
    "a secondary limit, as a 200",
    json({ errors: [{ message: "You have exceeded a secondary rate limit." }] }, 200, { "retry-after": "30" }),
    30_000,
  ],
  ["a limit without a word about when", json({ message: "You have exceeded a secondary rate limit" }, 403), 60_000],
  ["a 429", json({}, 429, { "retry-after": "5" }), 5000],
])("%s is waited for", async (_name, refusal, wait) => {
  const { outcome, slept } = await ask([refusal, good]);
  expect([outcome, slept]).toEqual([{ answer: 42 }, wait]);
});

test("a limit that never ends is given up, and the next question too early is not sent", async () => {
  const { outcome, requests } = await ask([json({ message: "rate limit" }, 403, { "retry-after": "1" })]);
  expect(outcome).toMatchObject({ kind: "limit" });
  expect(requests.length).toBeLessThan(8);
});

test("when the last point is spent, the next question waits for the reset", async () => {
  const runtime = fakeRuntime();
  const { origin } = await stubServer(json({ data: { answer: 1 } }, 200, spent), good);
  const client = createGraphqlClient({ url: origin, token: "secret", runtime });
  const question = { query: "query { answer }", variables: {}, schema };
  await client.ask(question);
  expect(runtime.slept).toEqual([]);
  await client.ask(question);
  expect(runtime.slept.reduce((sum, time) => sum + time, 0)).toBe(601_000);
});

test.each<[string, Handler]>([
  ["a 502", json({ message: "Bad gateway" }, 502)],
  ["a page of a proxy", (_request, response) => void response.writeHead(504).end("<html>")],
  ["truncated JSON", (_request, response) => void response.end('{"data":{"answer":4')],
  ["a connection that is reset", reset],
  ["silence", () => undefined],
  [
    "partial data with errors",
    json({ data: { answer: 1 }, errors: [{ message: "Something went wrong while executing your query." }] }),
  ],
  ["no data", json({ data: null })],
])("after %s it is asked again, and never believed", async (_name, fault) => {
  expect((await ask([fault, good], {}, 300)).outcome).toEqual({ answer: 42 });
  const { outcome, requests } = await ask([fault], { tries: 3 }, 300);
  expect(outcome).toBeInstanceOf(Error);
  expect(requests).toHaveLength(3);
});

test.each([
  ["not-found", { type: "NOT_FOUND", message: "Could not resolve to a Repository" }],
  ["refused", { type: "FORBIDDEN", message: "Resource not accessible" }],
  ["refused", { type: "INSUFFICIENT_SCOPES", message: "Your token has not been granted the required scopes" }],
])("a plain %s is not asked again", async (kind, error) => {
  const { outcome, requests } = await ask([json({ data: { answer: null }, errors: [error] })]);
  expect(outcome).toMatchObject({ kind });
  expect(requests).toHaveLength(1);
});

test("a token that is not accepted is one clear failure", async () => {
  const { outcome } = await ask([json({ message: "Bad credentials" }, 401)]);
  expect(outcome).toMatchObject({ kind: "auth", remedy: "Set GITHUB_TOKEN to a token that is valid." });
});

test("a mutation whose answer was lost is not sent again, one that was refused is", async () => {
  const lost = await ask([reset, good], { isMutation: true });
  expect(lost.outcome).toMatchObject({ kind: "unknown-outcome" });
  expect(lost.requests).toHaveLength(1);
  const refused = await ask([json({ message: "secondary rate limit" }, 403, { "retry-after": "1" }), good], {
    isMutation: true,
  });
  expect(refused.outcome).toEqual({ answer: 42 });
});

test("data of another form is refused", async () => {
  expect((await ask([json({ data: { answer: "many" } })])).outcome).toMatchObject({ kind: "refused" });
});

test("the scopes of a classic token are told", async () => {
  const { client } = await ask([json({ data: { answer: 1 } }, 200, { "x-oauth-scopes": "public_repo, read:org" })]);
  expect(client.scopes()).toEqual(["public_repo", "read:org"]);
});
