import type { OpenCache } from "../files/cache.ts";
import { href, type BaseUrl } from "../lib/permalink.ts";
import { createImageLooker, type ImageLooker } from "./image-looker.ts";
import { createImageMaker, type ImageMaker } from "./image-maker.ts";
import { createMakeImage } from "./make-image.ts";
import { isDrawing } from "./look-at-image.ts";
import { createMeasure } from "./measure-image.ts";
import { presentImage, showItself, type Looked, type ShowImage } from "./show-image.ts";

/** The pictures of a site, and what is made of them. */
export type ImageStore = Pick<ImageMaker, "start" | "finish" | "stop"> & {
  readonly show: ShowImage;
  readonly looked: ImageLooker["settled"];
};

/** Pictures as they are published: in several formats and widths. */
export function createImageStore(base: BaseUrl, openCache: OpenCache): ImageStore {
  const make = createMakeImage(openCache);
  const looker = createImageLooker(openCache, make);
  const { want, ...maker } = createImageMaker(make);
  return {
    ...maker,
    looked: looker.settled,
    show: (media, place) => {
      const present = (looked: Looked) => {
        const { shown, files } = presentImage(looked, media, place, base);
        for (const file of files) want(media.file, file, looked.facts.kind === "moving");
        return shown;
      };
      const looked = looker.look(media.file);
      if (!(looked instanceof Promise)) return present(looked);
      // Encoding begins right then, not when the text is rendered once more.
      void looked.then(present);
      return undefined;
    },
  };
}

/** For whoever writes: every picture is the file itself, so that nobody waits for an encoder. */
export function createOriginals(base: BaseUrl): ImageStore {
  const measure = createMeasure();
  const nothing = async (): Promise<void> => {};
  return {
    show: ({ url, file }, place) => {
      const size = measure(file);
      const shown = showItself(href(base, url), size ?? {}, place);
      return size || isDrawing(file) ? shown : { ...shown, fault: "damaged" };
    },
    looked: nothing,
    start: () => {},
    finish: nothing,
    stop: nothing,
  };
}
