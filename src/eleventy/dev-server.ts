import EleventyDevServer from "@11ty/eleventy-dev-server";
import { createServer, type Plugin, type ViteDevServer } from "vite";
import type { OpenCache } from "../files/cache.ts";
import type { Problem } from "../lib/problem.ts";
import type { BlogFolder } from "./blog-folder.ts";
import { createDevRouter, html, type DevRouter } from "./dev-router.ts";
import { enginePath, engineRoot } from "./engine.ts";
import type { LoadOptions } from "./load-blog.ts";
import { toOverrideFault, tryOverrides } from "./override-fault.ts";
import { toFaultPage, toProblemPage } from "./problem-page.ts";
import { createLiveOverrides, type LiveOverrides } from "./live-overrides.ts";
import { renderInTurns, withoutSilencedOf } from "./render-entries.ts";
import { planSite, type SitePlan } from "./site-plan.ts";

export type DevServerOptions = Omit<LoadOptions, "preview" | "now"> & {
  readonly port: number;
  readonly clock: () => LoadOptions["now"];
  readonly cache: OpenCache;
  readonly onReady: (url: string) => void;
  /** Called after each change with everything that is wrong now. */
  readonly onProblems: (problems: readonly Problem[]) => void;
  readonly onFault: (error: unknown) => void;
};

export type DevServer = { readonly close: () => Promise<void> };

/** Serves the blog with drafts and waiting posts; edits of content, components and styles reload the page. */
export async function startDevServer(options: DevServerOptions): Promise<DevServer> {
  const overrides = createLiveOverrides(options.folder.overrides);
  const vite = await startVite(options.folder, overrides.plugin, options.emulated?.comments);
  const site = createLiveSite(options, vite, overrides);
  await site.refresh();
  const server = new LoopbackServer("klatsch", enginePath("public"), {
    port: options.port,
    domDiff: false,
    // Nothing is returned for the reload script, which the server answers itself.
    onRequest: { "/*": async ({ url }) => (url.pathname.startsWith("/.11ty/") ? undefined : site.answer(url)) },
    messageOnStart: ({ localhostUrl }) => {
      options.onReady(localhostUrl);
      return "";
    },
  });
  const stop = watch(vite, async (files) => {
    await site.refresh();
    await server.reload({ files, build: {} });
  });
  server.serve(options.port);
  await server.ready();
  return {
    close: async () => {
      stop();
      await Promise.all([server.close(), vite.close()]);
    },
  };
}

/** Drafts are nobody else's business: the dev server would listen on every interface. */
class LoopbackServer extends EleventyDevServer {
  override _serverListen(port: number): void {
    this.server.listen({ port, host: "127.0.0.1" });
  }
}

function createLiveSite(options: DevServerOptions, vite: ViteDevServer, overrides: LiveOverrides) {
  const { clock, onProblems, ...load } = options;
  let route: DevRouter = () => html(503, toFaultPage("The blog is being read."));
  let latest: SitePlan | undefined;

  const fail = (thrown: unknown): DevRouter => {
    const fault = toOverrideFault(thrown, options.folder.overrides);
    if (fault) onProblems([fault]);
    else options.onFault(thrown);
    return () => html(500, fault ? toProblemPage([fault]) : toFaultPage(thrown));
  };
  const refresh = async (): Promise<void> => {
    try {
      await overrides.update(vite);
      const importPage = (file: string) => vite.ssrLoadModule(file);
      const planned = await planSite({ ...load, now: clock(), preview: true, mode: "development", importPage });
      const faults = tryOverrides(planned, options.folder.overrides);
      const plan = { ...planned, problems: [...planned.problems, ...faults] };
      latest = plan;
      route = createDevRouter(plan);
      void renderInTurns(plan, () => latest !== plan).then(
        (found) => found && onProblems(withoutSilencedOf(plan, [...plan.problems, ...found])),
        options.onFault,
      );
    } catch (error) {
      latest = undefined;
      route = fail(error);
    }
  };
  const answer = async (url: URL) => {
    try {
      return await route(url);
    } catch (error) {
      return fail(error)(url);
    }
  };
  return { refresh, answer };
}

/** Vite loads pages and components anew after an edit, and watches the folders. */
async function startVite(
  folder: BlogFolder,
  plugin: Plugin,
  emulatedComments: string | undefined,
): Promise<ViteDevServer> {
  const { posts, pages, data, publicFiles, comments, root, theme } = folder;
  const vite = await createServer({
    root: engineRoot,
    configFile: false,
    appType: "custom",
    logLevel: "silent",
    plugins: [plugin],
    esbuild: { jsx: "automatic", jsxImportSource: "preact" },
    optimizeDeps: { noDiscovery: true },
    server: {
      middlewareMode: true,
      hmr: false,
      ws: false,
      watch: {
        // The emulator's store changes with every comment, under the eyes of whoever writes one.
        ignored: ["**/_site*/**", "**/.cache/**", "**/tests/**", "**/.emulator/*.json*"],
        awaitWriteFinish: { stabilityThreshold: 20, pollInterval: 10 },
      },
    },
  });
  const watched = [posts, pages, data, publicFiles, comments, emulatedComments, root, theme];
  vite.watcher.add(watched.filter((path) => path !== undefined));
  return vite;
}

/** Collects the files of one save; changes during a run lead to one more run. */
function watch(vite: ViteDevServer, onChange: (files: readonly string[]) => Promise<void>): () => void {
  const pending = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const run = (): void => {
    running = running.then(async () => {
      if (pending.size === 0) return;
      const files = [...pending];
      pending.clear();
      await onChange(files);
    });
  };
  vite.watcher.on("all", (_, file) => {
    pending.add(file);
    clearTimeout(timer);
    timer = setTimeout(run, 20);
  });
  return () => clearTimeout(timer);
}
