import { rmSync } from "node:fs";
import { join } from "node:path";
import { toUsualSize, writeBlog, type BlogSize, type Extra } from "./blog/write-blog.ts";
import { measureCold, type ColdBuild } from "./measure/measure-cold.ts";
import { measureEdit, type EditToRefresh } from "./measure/measure-edit.ts";
import { measureWarm, type WarmBuild } from "./measure/measure-warm.ts";
import { benchFolder, findPeers, klatsch, warmKlatsch } from "./peers/find-peers.ts";

export type BenchOptions = {
  readonly sizes: readonly number[];
  readonly runs: number;
  readonly cold: boolean;
  readonly warm: boolean;
  readonly edit: boolean;
  readonly threads: boolean;
  readonly search: boolean;
  readonly alone: boolean;
  readonly onStep: (what: string) => void;
};

export type SizeReport = {
  readonly posts: number;
  readonly cold?: readonly ColdBuild[];
  readonly warm?: WarmBuild;
  readonly edit?: EditToRefresh;
  /** The same blog without any conversation, with the usual ones, and with a thousand of a hundred comments. */
  readonly threads?: readonly ColdBuild[];
  /** With search index, with cards. */
  readonly search?: readonly ColdBuild[];
};

/** Measures at each size what is asked for; the blogs are generated and removed. */
export async function benchBuilds(options: BenchOptions): Promise<readonly SizeReport[]> {
  const reports: SizeReport[] = [];
  for (const posts of options.sizes) reports.push(await benchSize(posts, options));
  return reports;
}

async function benchSize(posts: number, options: BenchOptions): Promise<SizeReport> {
  const { runs, onStep } = options;
  const work = join(benchFolder, `work-${posts}`);
  const blog = join(work, "blog");
  const write = (size: BlogSize, more?: Extra): void => writeBlog(blog, size, more);
  try {
    write(toUsualSize(posts));
    const peers = options.alone ? [klatsch] : findPeers();
    const cold = options.cold && (await measureCold(peers, blog, work, runs, (name) => onStep(`${name} at ${posts}`)));
    onStep(`a warm build at ${posts}`);
    const warm = options.warm && (await measureWarm(warmKlatsch.prepare(blog, join(work, "warm")), blog, runs));
    onStep(`edits at ${posts}`);
    const edit = options.edit && (await measureEdit(blog, Math.max(3, runs)));
    const measure = async (name: string, size: BlogSize, more?: Extra): Promise<ColdBuild[]> => {
      write(size, more);
      return (await measureCold([klatsch], blog, work, runs, onStep)).map((build) => ({ ...build, name }));
    };
    const none = { posts, threads: 0, commentsOfThread: 0 };
    const threads = options.threads && [
      ...(await measure("no conversations", none)),
      ...(await measure("one post in four", toUsualSize(posts))),
      ...(await measure("1,000 of 100 comments", { posts, threads: Math.min(posts, 1000), commentsOfThread: 100 })),
    ];
    const search = options.search && [
      ...(await measure("neither", toUsualSize(posts))),
      ...(await measure("search index", toUsualSize(posts), "search")),
      ...(await measure("social cards", toUsualSize(posts), "cards")),
    ];
    return {
      posts,
      ...(cold && { cold }),
      ...(warm && { warm }),
      ...(edit && { edit }),
      ...(threads && { threads }),
      ...(search && { search }),
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
