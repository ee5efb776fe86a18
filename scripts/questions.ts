import { createInterface } from "node:readline";

/** Questions on the terminal, one line each; without one, the lines of standard input are the answers. */
export type Questions = {
  /** Empty when nothing more comes. */
  readonly ask: (question: string, preset?: string) => Promise<string>;
  /** Whether nothing more comes. */
  readonly isOver: () => boolean;
  readonly close: () => void;
};

export function createQuestions(): Questions {
  // Questions go to stderr, so that what a command prints can be taken by a program.
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: process.stdin.isTTY });
  // The terminal keeps Ctrl-C to itself while it asks. Nothing has been written yet.
  lines.once("SIGINT", () => process.exit(130));
  const answers = lines[Symbol.asyncIterator]();
  let isOver = false;
  return {
    ask: async (question, preset) => {
      process.stderr.write(`${question}${preset ? ` [${preset}]` : ""}: `);
      const next: IteratorResult<string, undefined> = await answers.next();
      isOver = next.done === true;
      const answer = next.value?.trim() ?? "";
      return answer === "" ? (preset ?? "") : answer;
    },
    isOver: () => isOver,
    close: () => lines.close(),
  };
}
