import { expect, test } from "vitest";
import { findParts } from "../../src/lib/find-parts.ts";

test.each([
  ["<p>Text, <em>text</em> and <code>code</code>.</p><ul><li>item</li></ul><hr>", []],
  ['<div class="table" tabindex="0"><table><tr><td>1</td></tr></table></div>', ["blocks"]],
  ["<dl>\n<dt>Term</dt></dl>", ["blocks"]],
  ["<p>Press <kbd>Esc</kbd>.</p>", ["blocks"]],
  ['<ul class="contains-task-list task-list">', ["blocks"]],
  ['<iframe src="https://video.example/1"></iframe>', ["blocks"]],
  ['<pre class="shiki" tabindex="0"><code>1</code></pre>', ["code"]],
  ["<table></table><pre>1</pre>", ["blocks", "code"]],
  ["<prefix></prefix><dlx><tablet>", []],
  ["&lt;table&gt;", []],
  ["", []],
])("%s", (html, parts) => {
  expect(findParts(html)).toEqual(parts);
});
