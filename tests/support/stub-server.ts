import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";
import { listen } from "./listen.ts";

export type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A server on loopback that answers as the test says, one handler after the other, the last one for ever. */
export async function stubServer(
  ...handlers: readonly Handler[]
): Promise<{ readonly origin: string; readonly requests: string[] }> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => (body += text));
    request.on("end", () => {
      const handler = handlers[Math.min(requests.length, handlers.length - 1)];
      requests.push(`${request.method} ${request.url} ${body}`);
      handler?.(request, response, body);
    });
  });
  const { origin, close } = await listen(server);
  onTestFinished(close);
  return { origin, requests };
}

/** A handler that answers with JSON. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Handler {
  return (_request, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(value));
  };
}
