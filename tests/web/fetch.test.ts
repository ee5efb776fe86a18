import { expect, test } from "vitest";
import { parseRetryAfter, toDelay } from "../../src/web/back-off.ts";
import { fetchLimited } from "../../src/web/fetch-limited.ts";
import { fetchWithRetries } from "../../src/web/fetch-with-retries.ts";
import { fakeRuntime } from "../support/fake-runtime.ts";
import { json, stubServer, type Handler } from "../support/stub-server.ts";

const limits = { timeout: 2000, maxBytes: 1000 };
const reset: Handler = (request) => request.socket.destroy();
const redirectTo =
  (location: string): Handler =>
  (_request, response) =>
    response.writeHead(302, { location }).end();

test("an answer comes with its status, headers and bytes", async () => {
  const { origin } = await stubServer(json({ a: 1 }, 201, { "x-test": "yes" }));
  const { status, headers, bytes } = await fetchLimited({ url: origin, ...limits });
  expect([status, headers.get("x-test"), Buffer.from(bytes).toString()]).toEqual([201, "yes", '{"a":1}']);
});

test("an answer that is too long is cut off, whatever its headers say", async () => {
  const { origin } = await stubServer((_request, response) => response.end("x".repeat(5000)));
  await expect(fetchLimited({ url: origin, ...limits })).rejects.toMatchObject({ kind: "too-large" });
});

test("an answer that does not come is given up", async () => {
  const { origin } = await stubServer(() => undefined);
  await expect(fetchLimited({ url: origin, ...limits, timeout: 100 })).rejects.toMatchObject({ kind: "timeout" });
});

test("an answer that stops in the middle is given up", async () => {
  const { origin } = await stubServer((_request, response) => void response.writeHead(200).write("half"));
  await expect(fetchLimited({ url: origin, ...limits, timeout: 100 })).rejects.toMatchObject({ kind: "timeout" });
});

test("nobody there is an error with its reason", async () => {
  const { origin } = await stubServer(reset);
  await expect(fetchLimited({ url: origin, ...limits })).rejects.toThrow(/127\.0\.0\.1:\d+ cannot be reached \(\w+/);
});

test("redirects are followed as often as allowed, to hosts that are", async () => {
  const { origin } = await stubServer(redirectTo("/next"), redirectTo("/last"), json("here"));
  const answer = await fetchLimited({ url: origin, ...limits, maxRedirects: 2 });
  expect(Buffer.from(answer.bytes).toString()).toBe('"here"');
  const endless = await stubServer(redirectTo("/"));
  await expect(fetchLimited({ url: endless.origin, ...limits, maxRedirects: 2 })).rejects.toMatchObject({
    kind: "redirect",
  });
  const away = await stubServer(redirectTo("http://example.invalid/"));
  const isAllowed = ({ hostname }: URL) => hostname === "127.0.0.1";
  await expect(fetchLimited({ url: away.origin, ...limits, maxRedirects: 2, isAllowed })).rejects.toMatchObject({
    kind: "not-allowed",
  });
  const file = await stubServer(redirectTo("file:///etc/passwd"));
  await expect(fetchLimited({ url: file.origin, ...limits, maxRedirects: 2 })).rejects.toMatchObject({
    kind: "redirect",
  });
});

test("a secret stays with the host that it is for", async () => {
  let seen: string | undefined = "nothing";
  const other = await stubServer((request, response) => {
    seen = request.headers.authorization;
    response.end();
  });
  const { origin } = await stubServer(redirectTo(other.origin));
  await fetchLimited({ url: origin, ...limits, maxRedirects: 1, headers: { authorization: "Bearer secret" } });
  expect(seen).toBeUndefined();
});

test("a busy host is asked again, later each time", async () => {
  const runtime = fakeRuntime();
  const { origin, requests } = await stubServer(
    json("", 502),
    reset,
    json("", 429, { "retry-after": "7" }),
    json("here"),
  );
  const { status } = await fetchWithRetries({ url: origin, ...limits }, { runtime, tries: 4 });
  expect([status, requests.length, runtime.slept]).toEqual([200, 4, [500, 1000, 7000]]);
});

test("after the last try the answer stands, and no answer throws", async () => {
  const options = { runtime: fakeRuntime(), tries: 2 };
  const busy = await stubServer(json("", 503));
  expect((await fetchWithRetries({ url: busy.origin, ...limits }, options)).status).toBe(503);
  const dead = await stubServer(reset);
  await expect(fetchWithRetries({ url: dead.origin, ...limits }, options)).rejects.toMatchObject({ kind: "network" });
});

test("a refusal is not repeated", async () => {
  const { origin, requests } = await stubServer(json("", 404));
  await fetchWithRetries({ url: origin, ...limits }, { runtime: fakeRuntime(), tries: 4 });
  expect(requests).toHaveLength(1);
});

test("delays double to half a minute, by chance up to half less", () => {
  expect([1, 2, 3, 7, 20].map((failures) => toDelay(failures, () => 0))).toEqual([500, 1000, 2000, 30_000, 30_000]);
  expect(toDelay(1, () => 1)).toBe(250);
});

test.each([
  ["3", 3000],
  ["0", 0],
  ["Mon, 23 Nov 2026 12:00:10 GMT", 10_000],
  ["Mon, 23 Nov 2026 11:00:00 GMT", 0],
  ["soon", undefined],
  [null, undefined],
])("`retry-after: %s` is %s ms", (header, expected) => {
  expect(parseRetryAfter(header, Date.parse("2026-11-23T12:00:00Z"))).toBe(expected);
});
