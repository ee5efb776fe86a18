import type { ComponentChildren } from "preact";
import type { Permalink } from "../../src/lib/permalink.ts";
import { toListHead } from "../../src/seo/head.ts";
import { Document } from "./document.tsx";
import type { PageContext } from "../../src/content/page-context.ts";

type IndexLayoutProps = { title: string; url: Permalink; context: PageContext; children: ComponentChildren };

/** All categories, all tags or all authors. */
export function IndexLayout({ title, url, context, children }: IndexLayoutProps) {
  const { site } = context;
  return (
    <Document
      meta={toListHead({ site, title, url, trail: [{ name: title, url }], image: context.cardOf() })}
      url={url}
      context={context}
    >
      <div class="list">
        <header class="list-header">
          <h1>{title}</h1>
        </header>
        {children}
      </div>
    </Document>
  );
}
