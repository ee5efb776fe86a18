import type { ServerResponse } from "node:http";

export type Reply = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
};

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(value),
  };
}

export function html(body: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 200, headers: { "content-type": "text/html; charset=utf-8", ...headers }, body };
}

export function redirect(location: string, status = 302, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { location, ...headers }, body: "" };
}

export function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, { "cache-control": "no-store", ...headers }).end(body);
}
