import type { PageContext } from "../../src/content/page-context.ts";
import type { Page, Post } from "../../src/content/post.ts";
import { href } from "../../src/lib/permalink.ts";
import { toLanguageName } from "../strings/language-name.ts";
import { toLanguageAttributes, type LanguageAttributes } from "../strings/language.ts";
import type { Strings } from "../strings/strings.ts";

type TranslationsProps = { entry: Post | Page; context: PageContext; strings: Strings; language: LanguageAttributes };

/** `Also in: Deutsch · 日本語`: the same text in other languages, each in its own words. */
export function Translations({ entry, context: { blog, site }, strings, language }: TranslationsProps) {
  const others = blog.translations.get(entry.id)?.entries.filter((other) => other.id !== entry.id) ?? [];
  if (others.length === 0) return null;
  return (
    <p class="meta" {...language}>
      {strings.alsoIn}{" "}
      {others.map((other, index) => (
        <>
          {index > 0 && " · "}
          <a
            rel="alternate"
            href={href(site, other.url)}
            hreflang={other.lang}
            {...toLanguageAttributes(other.lang, strings.lang)}
          >
            {toLanguageName(other.lang)}
          </a>
        </>
      ))}
    </p>
  );
}
