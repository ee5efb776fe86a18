import type { Excerpt as ExcerptContent } from "../../src/content/content.ts";

type ExcerptProps = { excerpt: ExcerptContent };

export function Excerpt({ excerpt }: ExcerptProps) {
  if ("html" in excerpt) return <div class="p-summary prose" dangerouslySetInnerHTML={{ __html: excerpt.html }} />;
  return (
    <>
      {excerpt.text && (
        <div class="p-summary prose">
          <p>{excerpt.text}</p>
        </div>
      )}
    </>
  );
}
