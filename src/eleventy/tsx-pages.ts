import { basename } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import { toOutputPath } from "../lib/permalink.ts";
import type { FileWriter } from "../files/file-writer.ts";
import type { PageContext } from "../content/page-context.ts";
import type { Route } from "./page.ts";
import type { RoutesByFile } from "./page-modules.ts";
import { nextTurn } from "./next-turn.ts";
import { toDocument } from "./to-document.ts";

/** The files of `pages/` that are templates; everything else there is the owner's and read by the model. */
export const pageFormats: readonly string[] = ["11ty.ts", "11ty.tsx"];

export type TsxPagesOptions = {
  readonly context: PageContext;
  readonly routes: RoutesByFile;
  readonly writer: FileWriter;
  /** Called for each page that is written, with its path in the output folder. */
  readonly onWritten: (path: string) => void;
};

/**
 * Teaches Eleventy the files of `pages/`: one template each, paginated over its routes. The compiled template writes
 * its page itself and returns nothing, because Eleventy keeps the HTML of every page until the end (facts/eleventy.md:
 * 1,125 against 300 MB at 40,000 pages).
 */
export function tsxPages(config: UserConfig, { context, routes, writer, onWritten }: TsxPagesOptions): void {
  let written = 0;
  config.addExtension(pageFormats, {
    useJavaScriptImport: true,
    read: false,
    getData: ["data"],
    getInstanceFromInputPath: async (inputPath) => ({ data: toData(routes.get(basename(inputPath)) ?? []) }),
    compileOptions: { permalink: "raw", cache: false },
    compile: async () => async (data) => {
      const route = toRoute(data.route);
      const path = toOutputPath(route.permalink);
      writer.write(path, toDocument(route, context));
      onWritten(path);
      if (++written % 100 === 0) await nextTurn();
      return undefined;
    },
  });
}

function toData(routes: readonly Route[]) {
  return {
    seed: [],
    eleventyExcludeFromCollections: true,
    pagination: { data: "seed", size: 1, alias: "route", before: () => [...routes] },
    permalink: ({ route }: { readonly route: Route }) => `/${toOutputPath(route.permalink)}`,
  };
}

function toRoute(value: unknown): Route {
  if (isRoute(value)) return value;
  throw new Error("Eleventy rendered a page without a route");
}

function isRoute(value: unknown): value is Route {
  return typeof value === "object" && value !== null && "permalink" in value && "render" in value;
}
