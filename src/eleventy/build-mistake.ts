import type { Message } from "esbuild";
import { z } from "zod";

/** The first mistake that esbuild found in somebody's TypeScript; anything else that was thrown is thrown on. */
export function toBuildMistake(error: unknown): Message {
  const failure = z.object({ errors: z.array(z.custom<Message>()).min(1) }).safeParse(error);
  const first = failure.data?.errors[0];
  if (!first) throw error;
  return first;
}
