import { readFileSync } from "node:fs";
import type { Plugin, ViteDevServer } from "vite";
import { readOverrides, toOverridePlace } from "./overrides.ts";

/** The owner's components in the dev server, which loads them through Vite. */
export type LiveOverrides = {
  readonly plugin: Plugin;
  /** Looks at the folder again; what was loaded with other components is loaded anew. */
  readonly update: (vite: ViteDevServer) => Promise<void>;
};

export function createLiveOverrides(folder: string | undefined): LiveOverrides {
  let places = new Map<string, string>();
  let texts = new Map<string, string>();
  return {
    plugin: {
      name: "klatsch-overrides",
      enforce: "pre",
      async resolveId(specifier, importer, options) {
        if (texts.has(specifier)) return specifier;
        const resolved = await this.resolve(specifier, importer, { ...options, skipSelf: true });
        // An override may stand around the component that it replaces.
        if (!resolved || (importer !== undefined && texts.has(importer))) return resolved;
        return places.get(resolved.id) ?? resolved;
      },
      load: (id) => texts.get(id),
    },
    update: async (vite) => {
      const { sound } = await readOverrides(folder);
      const latest = new Map(
        [...sound].map(([component, file]) => [toOverridePlace(component), readFileSync(file, "utf8")]),
      );
      const isSame = latest.size === texts.size && [...latest].every(([place, text]) => texts.get(place) === text);
      places = new Map([...sound.keys()].map((component) => [component, toOverridePlace(component)]));
      texts = latest;
      if (!isSame) vite.moduleGraph.invalidateAll();
    },
  };
}
