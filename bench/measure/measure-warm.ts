import { appendFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { median } from "../median.ts";
import type { PeerSite } from "../peers/peer.ts";
import { runMeasured, type Measured } from "./run-measured.ts";

export type WarmBuild = { readonly cold: Measured; readonly warm: Measured };

/** Builds, edits one post, and builds again over what is there, with what the first build kept. */
export async function measureWarm(site: PeerSite, blog: string, runs: number): Promise<WarmBuild> {
  const cold: Measured[] = [];
  const warm: Measured[] = [];
  for (let run = 0; run < runs; run++) {
    for (const folder of [site.output, ...site.caches]) rmSync(folder, { recursive: true, force: true });
    cold.push(await runMeasured(site.command));
    appendFileSync(join(blog, "posts/post-7.md"), `\nOnce more, the ${run + 1}. time.\n`);
    warm.push(await runMeasured(site.command));
  }
  return { cold: toMedian(cold), warm: toMedian(warm) };
}

function toMedian(all: readonly Measured[]): Measured {
  return { seconds: median(all.map(({ seconds }) => seconds)), peak: median(all.map(({ peak }) => peak)) };
}
