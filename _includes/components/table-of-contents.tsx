import type { Heading } from "../../src/markdown/rendered.ts";
import type { LanguageAttributes } from "../strings/language.ts";
import type { Strings } from "../strings/strings.ts";

type TableOfContentsProps = { headings: readonly Heading[]; strings: Strings; language: LanguageAttributes };

export function TableOfContents({ headings, strings, language }: TableOfContentsProps) {
  return (
    <nav class="toc" aria-labelledby="contents">
      <h2 id="contents" {...language}>
        {strings.contents}
      </h2>
      <ol>
        {headings.map((heading) => (
          <li class={heading.level === 2 ? undefined : "sub"}>
            <a href={`#${heading.id}`}>{heading.text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
