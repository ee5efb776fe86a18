import type { CardStudio } from "../../cards/to-card.ts";
import { isRecord } from "../../lib/is-record.ts";
import { enginePath } from "../engine.ts";
import type { ImportPage } from "../page-modules.ts";
import type { CardStore, CardStoreOptions } from "./card-store.ts";

type Options = Omit<CardStoreOptions, "formatDay"> & { readonly importPage: ImportPage };

/** The cards of a site; where the owner wants none, not even their code is loaded. */
export async function openCards({ importPage, ...options }: Options): Promise<CardStore> {
  if (!options.blog.site.cards) return noCards;
  const [{ createCardStore }, words] = await Promise.all([
    import("./card-store.ts"),
    importPage(enginePath("_includes/strings/format-date.ts")),
  ]);
  if (!isDateModule(words)) throw new Error("_includes/strings/format-date.ts must export formatDay");
  return createCardStore({ ...options, formatDay: words.formatDay });
}

const noCards: CardStore = {
  cardOf: () => undefined,
  draw: async () => undefined,
  problems: [],
  start: () => {},
  finish: async () => {},
  stop: async () => {},
};

function isDateModule(module: unknown): module is Pick<CardStudio, "formatDay"> {
  return isRecord(module) && typeof module.formatDay === "function";
}
