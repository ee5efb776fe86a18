import { z } from "zod";
import { faultKinds } from "../faults.ts";
import type { Scene } from "../scene.ts";
import { json, type Reply } from "./reply.ts";

const fault = z.object({
  on: z.enum(["graphql", "api", "widget", "avatar"]),
  kind: z.enum(faultKinds),
  times: z.number().exactOptional(),
  after: z.number().exactOptional(),
  every: z.number().exactOptional(),
  milliseconds: z.number().exactOptional(),
  retryAfter: z.number().exactOptional(),
});

/** `POST /emulator/faults` with a list of faults for those that sit in another process; an empty list heals. */
export function answerControl({ faults }: Scene, body: unknown): Reply {
  const parsed = z.object({ faults: z.array(fault) }).safeParse(body);
  if (!parsed.success) return json(400, { error: z.prettifyError(parsed.error) });
  if (parsed.data.faults.length === 0) faults.clear();
  faults.add(...parsed.data.faults);
  return json(200, { faults: parsed.data.faults.length });
}
