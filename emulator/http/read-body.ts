import type { IncomingMessage } from "node:http";

const largest = 4 * 1024 * 1024;

/** The body as JSON; undefined for what is none, or too long. */
export async function readBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>> | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request) {
    if (!(part instanceof Uint8Array)) return undefined;
    length += part.length;
    if (length > largest) return undefined;
    parts.push(part);
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(parts).toString("utf8"));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
