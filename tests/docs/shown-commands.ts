import type { Doc } from "./read-doc.ts";

/** A command that a document shows, as a shell would run it. */
export type ShownCommand = {
  /** As in `npm <verb> <script>` or `npx <script>`. */
  readonly verb: "run" | "npx" | "other";
  readonly name: string;
  readonly flags: readonly string[];
  /** Without `--` npm takes the flags for its own. */
  readonly isSeparated: boolean;
  readonly text: string;
};

// `npm run --silent new -- "A title" --tag tea`, up to what ends a command.
const pattern = /\b(npm (?:run(?: --silent)? )?|npx )([\w:.-]+)((?:"[^"]*"|[^"&|;>)#\n])*)/g;

/** Every npm and npx command of a text's code; prose is left alone. */
export function findCommands({ blocks, spans }: Doc): ShownCommand[] {
  const code = [...spans, ...blocks.filter(({ language }) => language !== "diff").map(({ text }) => text)];
  return code.flatMap((text) => [...text.matchAll(pattern)].map(toCommand));
}

function toCommand([text = "", start = "", name = "", rest = ""]: RegExpMatchArray): ShownCommand {
  const words: readonly string[] = rest.match(/"[^"]*"|\S+/g) ?? [];
  const flags = words.flatMap((word) => /^(--[a-z][a-z-]*|-[a-z])(?==|$)/i.exec(word)?.[1] ?? []);
  const isScript = start.startsWith("npm run") || ["start", "test"].includes(name);
  return {
    verb: start === "npx " ? "npx" : isScript ? "run" : "other",
    name,
    flags,
    isSeparated: words.includes("--"),
    text: text.trim(),
  };
}
