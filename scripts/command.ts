import { statSync } from "node:fs";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { DateTime } from "luxon";

/** Wrong words on the command line: one line, exit 2. */
export class UsageError extends Error {}

export type Usage<Options extends NonNullable<ParseArgsConfig["options"]>> = {
  readonly help: string;
  readonly options: Options;
  readonly allowPositionals?: boolean;
};

/** Reads the arguments of a command; `--help` prints the help and ends the process. */
export function readArguments<const Options extends NonNullable<ParseArgsConfig["options"]>>(usage: Usage<Options>) {
  const { options, help, allowPositionals = false } = usage;
  if (process.argv.slice(2).includes("--help")) {
    process.stdout.write(help);
    process.exit(0);
  }
  try {
    return parseArgs({ options, allowPositionals });
  } catch (error) {
    throw new UsageError(firstSentence(error instanceof Error ? error.message : String(error)));
  }
}

// Node adds a paragraph on how to pass values that look like options.
function firstSentence(message: string): string {
  return message.split(/\.\s|\n/)[0] ?? message;
}

/**
 * Runs a command: usage errors are one line and exit 2, everything else that is thrown is a fault of ours, exit 1. One
 * that `stopsItself` answers Ctrl-C on its own.
 */
export async function runCommand(main: () => Promise<number>, { stopsItself = false } = {}): Promise<void> {
  if (!stopsItself) endOnInterrupt();
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}. Try --help.\n`);
      process.exitCode = 2;
      return;
    }
    await reportFault(error);
    process.exitCode = 1;
  }
}

/**
 * Prints a fault of ours. Ctrl-C goes to helpers such as esbuild too, and what fails because one of them is gone is no
 * fault: we hear of the signal a moment after it, and end in silence.
 */
export async function reportFault(error: unknown, isStopping = () => false): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 100));
  if (isStopping()) return;
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

/** A moment that an option names. */
export function readTime(option: string, text: string): DateTime {
  const time = DateTime.fromISO(text, { zone: "utc" });
  if (time.isValid) return time;
  throw new UsageError(`${option} is not an ISO date (found ${text})`);
}

/** A folder that an option names; it must be there. */
export function readFolder(option: string, folder: string | undefined): string | undefined {
  if (folder === undefined || statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw new UsageError(`${option} names no folder (found ${folder})`);
}

/**
 * Ctrl-C ends a command between two of its steps, and files are written within one: nothing is left half-written. 130
 * is what shells expect of a command that was interrupted.
 */
function endOnInterrupt(): void {
  process.once("SIGINT", () => process.exit(130)).once("SIGTERM", () => process.exit(143));
}
