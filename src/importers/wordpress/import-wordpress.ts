import { isTimeZone } from "../../lib/date.ts";
import type { Runtime } from "../../web/runtime.ts";
import { ImportError } from "../import-error.ts";
import type { ImportSource, PendingItem } from "../import-source.ts";
import { createConverter, type Converter } from "./convert-item.ts";
import { hashItem, hashPlan } from "./hash-input.ts";
import { openMedia } from "./open-media.ts";
import type { BlogPlan } from "./plan/blog-plan.ts";
import { toWebAddress } from "./plan/old-site.ts";
import { planBlog } from "./plan/plan-blog.ts";
import { createIdentities, surveyExport } from "./plan/survey.ts";
import { openExport, type WordPressExport } from "./reader/open-export.ts";
import { toRest } from "./to-rest.ts";

export type WordPressOptions = {
  /** The blog folder that is made. */
  readonly into: string;
  /** A copy of `wp-content/uploads`. */
  readonly uploads?: string | undefined;
  /** IANA name of the old blog's zone; without it, it is found out from the posts. */
  readonly timezone?: string | undefined;
  /** Whether files that are not in `uploads` are fetched from the old blog. */
  readonly download: boolean;
  readonly dryRun: boolean;
  /** Address of the new blog, where it is not the old one's. */
  readonly url?: string | undefined;
  /** Bytes of the export that the survey has read. */
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined;
  readonly runtime: Runtime;
};

/** Surveys an export: everything is known then but the texts, which are converted one by one as they are asked for. */
export async function openWordPress(paths: readonly string[], options: WordPressOptions): Promise<ImportSource> {
  checkOptions(options);
  const source = await openExport(paths);
  const total = source.totalBytes;
  const survey = await surveyExport(source, (done) => options.onProgress?.({ done, total }));
  const plan = planBlog(survey, options);
  const media = openMedia(plan, options);
  const converter = createConverter({ plan, media });
  return {
    kind: "wordpress",
    expected: plan.expected,
    items: () => pendingItems(source, { plan, converter, options }),
    finish: () => toRest({ plan, media, repairs: source.repairs(), into: options.into }),
  };
}

function checkOptions({ timezone, url }: WordPressOptions): void {
  if (timezone !== undefined && !isTimeZone(timezone)) {
    throw new ImportError(`"${timezone}" is no time zone. Write a name such as Europe/Berlin.`);
  }
  if (url !== undefined && !toWebAddress(url)) {
    throw new ImportError(`"${url}" is no web address. Write it in full, such as https://example.org/blog/.`);
  }
}

type Parts = { readonly plan: BlogPlan; readonly converter: Converter; readonly options: WordPressOptions };

async function* pendingItems(
  source: WordPressExport,
  { plan, converter, options }: Parts,
): AsyncGenerator<PendingItem> {
  const identify = createIdentities();
  const context = hashPlan(plan, options);
  for await (const part of source.parts()) {
    if (part.kind !== "item") continue;
    const { item } = part;
    const { key } = identify(item);
    yield { key, input: hashItem(item, context), convert: () => converter.convert(key, item) };
  }
}
