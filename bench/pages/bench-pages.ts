import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setup as prepareBrowser } from "../../tests/support/prepare-browser.ts";
import { findFreePort } from "../measure/measure-edit.ts";
import { launchBrowser } from "../../tests/support/launch-browser.ts";
import { runScript } from "../../tests/support/run-script.ts";
import { pageKinds, type PageKind } from "./page-kinds.ts";
import { scorePage, type ScoredPage } from "./score-page.ts";
import { serveSite } from "./serve-site.ts";
import { weighPage, type PageWeight } from "./weigh-page.ts";

export type MeasuredPage = PageKind & { readonly weight: PageWeight } & Partial<ScoredPage>;

/** Builds the sample blog and measures a page of each kind in the bundled browser. */
export async function benchPages(runs: number, onPage: (name: string) => void): Promise<MeasuredPage[]> {
  await prepareBrowser();
  const folder = mkdtempSync(join(tmpdir(), "klatsch-bench-"));
  const port = await findFreePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  try {
    const build = await runScript("build", ["--output", join(folder, "site")]);
    if (build.code !== 0) throw new Error(`The sample blog does not build:\n${build.stderr}`);
    const site = await serveSite(join(folder, "site"));
    try {
      const measured: MeasuredPage[] = [];
      for (const kind of pageKinds) {
        onPage(kind.name);
        const weight = await weighPage(browser, site.origin + kind.path);
        const scored = kind.isScored ? await scorePage(site.origin + kind.path, Number(port), runs) : {};
        measured.push({ ...kind, weight, ...scored });
      }
      return measured;
    } finally {
      await site.close();
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
