import { register } from "node:module";
import { pathToFileURL } from "node:url";
import { toOverridePlace, type Overrides } from "./overrides.ts";

/** From now on `import` finds the owner's components in the place of the engine's. */
export function registerOverrides(overrides: Overrides): void {
  if (overrides.size === 0) return;
  const toUrl = (file: string) => pathToFileURL(file).href;
  const entries = [...overrides].map(([component, file]) => ({ component, place: toOverridePlace(component), file }));
  register("./override-hooks.mjs", {
    parentURL: import.meta.url,
    data: {
      places: entries.map(({ component, place }) => [toUrl(component), toUrl(place)]),
      files: entries.map(({ place, file }) => [toUrl(place), file]),
    },
  });
}
