import { startEmulator } from "../../emulator/start-emulator.ts";
import type { Emulator, EmulatorOptions } from "../../emulator/emulator.ts";
import { onTestFinished } from "vitest";

/** An emulator for one test. */
export async function withEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const emulator = await startEmulator(options);
  onTestFinished(() => emulator.close());
  return emulator;
}

/** Sends a question as the repository's owner; `headers` overrule. */
export async function ask(
  emulator: Emulator,
  query: string,
  variables: object = {},
  headers: Record<string, string> = {},
) {
  const response = await fetch(emulator.graphqlUrl, {
    method: "POST",
    headers: { authorization: "bearer owner", "content-type": "application/json", ...headers },
    body: JSON.stringify({ query, variables }),
  });
  // oxlint-disable-next-line typescript/no-explicit-any -- each test knows what it asked for
  const body: any = await response.json();
  return { status: response.status, headers: response.headers, body };
}
