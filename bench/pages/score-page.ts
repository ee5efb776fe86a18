import lighthouse, { type Result } from "lighthouse";
import { median } from "../median.ts";

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;

/** Lighthouse's scores, 0 to 100: the median of several runs of each. */
export type PageScores = Readonly<Record<(typeof categories)[number], number>>;

export type ScoredPage = {
  readonly scores: PageScores;
  /** Audits that cost points in any run. */
  readonly faults: readonly string[];
};

/** `port`: where the browser can be debugged. A phone on a slow network, as Lighthouse has it by default. */
export async function scorePage(address: string, port: number, runs: number): Promise<ScoredPage> {
  const scores = { performance: [], accessibility: [], "best-practices": [], seo: [] } as Record<
    (typeof categories)[number],
    number[]
  >;
  const faults = new Set<string>();
  for (let run = 0; run < runs; run += 1) {
    const result = await lighthouse(address, { port, logLevel: "silent", onlyCategories: [...categories] });
    if (!result) throw new Error(`Lighthouse gave no result for ${address}`);
    const { lhr } = result;
    if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
    for (const name of categories) {
      scores[name].push(Math.round((lhr.categories[name]?.score ?? 0) * 100));
      for (const fault of findFaults(lhr, name)) faults.add(fault);
    }
  }
  return {
    scores: {
      performance: median(scores.performance),
      accessibility: median(scores.accessibility),
      "best-practices": median(scores["best-practices"]),
      seo: median(scores.seo),
    },
    faults: [...faults].toSorted(),
  };
}

function findFaults({ categories: scored, audits }: Result, name: string): string[] {
  return (scored[name]?.auditRefs ?? []).flatMap(({ id, weight }) => {
    const score = audits[id]?.score;
    return weight > 0 && typeof score === "number" && score < 0.9 ? `${id} ${score}` : [];
  });
}
