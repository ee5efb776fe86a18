import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { median } from "../median.ts";
import type { Peer, PeerSite } from "../peers/peer.ts";
import { runMeasured, type Measured } from "./run-measured.ts";

export type ColdBuild = Measured & { readonly name: string; readonly version: string; readonly pages: number };

/** Builds the same posts with each generator in turn, several times, so that what else the machine does hits them all. */
export async function measureCold(
  peers: readonly Peer[],
  blog: string,
  work: string,
  runs: number,
  onRun: (name: string) => void,
): Promise<ColdBuild[]> {
  const sites = peers.map((peer) => ({ peer, site: peer.prepare(blog, join(work, peer.name)), all: [] as Measured[] }));
  for (let run = 0; run < runs; run++) {
    for (const { peer, site, all } of sites) {
      onRun(peer.name);
      clear(site);
      all.push(await runMeasured(site.command));
    }
  }
  return sites.map(({ peer, site, all }) => ({
    name: peer.name,
    version: peer.version ?? "",
    seconds: median(all.map(({ seconds }) => seconds)),
    peak: median(all.map(({ peak }) => peak)),
    pages: countPages(site.output),
  }));
}

function clear({ output, caches }: PeerSite): void {
  for (const folder of [output, ...caches]) rmSync(folder, { recursive: true, force: true });
}

function countPages(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".html")).length;
}
