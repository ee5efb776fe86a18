import { expect, test } from "vitest";
import type { Fault, FaultKind } from "../../emulator/faults.ts";
import { ask, withEmulator } from "./ask.ts";

const listed = '{ repository(owner: "klatsch", name: "emulated") { discussions(first: 10) { nodes { id } } } }';

const on = (kind: FaultKind, more: Partial<Fault> = {}): Fault => ({ on: "graphql", kind, ...more });

test("a primary rate limit is 200 with an error and no points left", async () => {
  const emulator = await withEmulator();
  emulator.control.fail(on("rate-limit", { retryAfter: 60 }));
  const { status, headers, body } = await ask(emulator, listed);
  expect([status, body.errors[0].type, headers.get("x-ratelimit-remaining")]).toEqual([200, "RATE_LIMITED", "0"]);
  expect(Number(headers.get("x-ratelimit-reset")) * 1000).toBeGreaterThan(Date.now() + 50_000);
  expect((await ask(emulator, listed)).body.errors).toBeUndefined();
});

test("a secondary rate limit says how long to wait", async () => {
  const emulator = await withEmulator();
  emulator.control.fail(on("secondary-rate-limit", { retryAfter: 7 }));
  const { status, headers, body } = await ask(emulator, listed);
  expect([status, headers.get("retry-after")]).toEqual([403, "7"]);
  expect(body.message).toContain("secondary rate limit");
});

test("partial data lacks half of a list and says so", async () => {
  const emulator = await withEmulator({ scale: { discussions: 10, comments: 2 } });
  emulator.control.fail(on("partial"));
  const { status, body } = await ask(emulator, listed);
  expect([status, body.data.repository.discussions.nodes.length, body.errors.length]).toEqual([200, 5, 1]);
});

test.each<[FaultKind, RegExp]>([
  ["truncated", /JSON/],
  ["bad-gateway", /JSON|token/],
  ["cut", /terminated|aborted|fetch failed|socket/i],
  ["reset", /fetch failed/],
])("%s is no answer", async (kind, words) => {
  const emulator = await withEmulator({ scale: { discussions: 10, comments: 2 } });
  emulator.control.fail(on(kind));
  await expect(ask(emulator, listed)).rejects.toThrow(words);
});

test("hanging and slow requests hold nothing else up", async () => {
  const emulator = await withEmulator();
  emulator.control.fail(on("hang"), on("slow", { milliseconds: 100 }));
  const hanging = ask(emulator, listed).then(
    () => "answered",
    () => "ended",
  );
  await ask(emulator, listed);
  expect((await ask(emulator, listed)).status).toBe(200);
  await emulator.close();
  expect(await hanging).toBe("ended");
});

test("faults come when they are due: after some requests, every so often, so many times", async () => {
  const emulator = await withEmulator();
  emulator.control.fail(on("secondary-rate-limit", { after: 1, every: 2, times: 2 }));
  const statuses: number[] = [];
  for (let count = 0; count < 7; count++) statuses.push((await ask(emulator, listed)).status);
  expect(statuses).toEqual([200, 200, 403, 200, 403, 200, 200]);
});

test("another process asks for faults by HTTP, or for one by a header", async () => {
  const emulator = await withEmulator();
  const order = (headers: Record<string, string>) =>
    fetch(`${emulator.url}/emulator/faults`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ faults: [on("secondary-rate-limit")] }),
    });
  expect((await order({})).status).toBe(403);
  expect((await order({ "x-emulator": "1" })).status).toBe(200);
  expect((await ask(emulator, listed)).status).toBe(403);
  expect((await ask(emulator, listed)).status).toBe(200);
  expect((await ask(emulator, listed, {}, { "x-emulator-fault": "secondary-rate-limit" })).status).toBe(403);
});

test("only this machine is answered, under its own name", async () => {
  const { request } = await import("node:http");
  const emulator = await withEmulator();
  const status = await new Promise((resolve, reject) => {
    request(emulator.url, { headers: { host: "evil.example" } }, (response) => resolve(response.statusCode))
      .on("error", reject)
      .end();
  });
  expect(status).toBe(421);
});
