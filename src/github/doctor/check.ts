import { GithubError } from "../github-error.ts";

/** One thing that was looked at. */
export type Check = {
  /** Stable, in kebab case. */
  readonly id: string;
  readonly status: "ok" | "warning" | "error";
  /** What was found; no full stop. */
  readonly message: string;
  /** What to do, as a sentence; with everything but `ok`. */
  readonly remedy?: string;
};

const marks = { ok: "✓", warning: "!", error: "✗" } satisfies Record<Check["status"], string>;

/** `✗ what was found. What to do.` */
export function formatCheck({ status, message, remedy }: Check): string {
  return `${marks[status]} ${message}${remedy === undefined ? "" : `. ${remedy}`}`;
}

export function ok(id: string, message: string): Check {
  return { id, status: "ok", message };
}

export function warning(id: string, message: string, remedy: string): Check {
  return { id, status: "warning", message, remedy };
}

export function fault(id: string, message: string, remedy: string): Check {
  return { id, status: "error", message, remedy };
}

/** What could not be looked at is a fault of its own; the other checks go on. */
export async function guard(id: string, check: () => Promise<readonly Check[]>): Promise<readonly Check[]> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof GithubError) return [fault(id, error.message, error.remedy)];
    throw error;
  }
}
