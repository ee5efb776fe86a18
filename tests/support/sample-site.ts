import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { enginePath } from "../../src/eleventy/engine.ts";
import { runScript } from "./run-script.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The sample blog, built with a repository for its comments. */
    sampleSite: string;
  }
}

const giscus = { repo: "klatsch/sample", repoId: "R_1", category: "Comments", categoryId: "DIC_1" };

/** Builds the sample blog once for all tests that look at it. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "klatsch-sample-"));
  const blog = join(folder, "blog");
  for (const part of ["posts", "pages", "comments", "_data", "public"].filter((name) => existsSync(enginePath(name)))) {
    cpSync(enginePath(part), join(blog, part), {
      recursive: true,
      force: true,
      filter: (path) => !path.includes(".11ty."),
    });
  }
  writeFileSync(join(blog, "_data/giscus.json"), JSON.stringify(giscus));
  const site = join(folder, "site");
  const run = await runScript("build", ["--blog", blog, "--output", site, "--now", "2026-11-23T12:00:00Z"]);
  if (run.code !== 0) throw new Error(`The sample blog does not build:\n${run.stderr}`);
  project.provide("sampleSite", site);
  return () => rmSync(folder, { recursive: true, force: true });
}
