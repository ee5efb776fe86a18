import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { enginePath } from "../../src/eleventy/engine.ts";
import { runScript } from "../support/run-script.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test.each(["abc", "99999", "-1", "80.5"])(
  "npm start -- --port %s says so and ends, with nothing started",
  async (port) => {
    const blog = temporaryFolder(enginePath("tests/sites/one-post"));
    const run = await runScript("start", [`--port=${port}`, "--blog", blog]);
    expect(run).toEqual({ code: 2, stdout: "", stderr: `--port is not a port number (found ${port}). Try --help.\n` });
    expect(existsSync(join(blog, ".emulator"))).toBe(false);
  },
);
