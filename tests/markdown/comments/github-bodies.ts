/** As GitHub writes `bodyHTML` (facts/giscus.md, "bodyHTML traps"), and the text that its readers see. */
export const githubBodies: readonly (readonly [name: string, html: string, text: string])[] = [
  [
    "a mention, an issue, a commit and an emoji",
    `<p dir="auto">Thanks <a class="user-mention notranslate" data-hovercard-type="user" data-hovercard-url="/users/ada/hovercard" data-octo-click="hovercard-link-click" href="https://github.com/ada">@ada</a>, fixed in <a class="issue-link js-issue-link" data-error-text="Failed to load title" data-id="1" href="https://github.com/a/b/issues/12">#12</a> by <a class="commit-link" href="/a/b/commit/0123456"><tt>0123456</tt></a> <g-emoji class="g-emoji" alias="tada">🎉</g-emoji></p>`,
    "Thanks @ada, fixed in #12 by 0123456 🎉",
  ],
  [
    "a list of tasks",
    `<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" id="" disabled="" class="task-list-item-checkbox" checked=""> one</li>\n<li class="task-list-item"><input type="checkbox" id="" disabled="" class="task-list-item-checkbox"> two</li>\n</ul>`,
    "☑ one ☐ two",
  ],
  [
    "highlighted code with a copy button",
    `<div class="highlight highlight-source-ts notranslate position-relative overflow-auto" dir="auto" data-snippet-clipboard-copy-content="const a = 1;"><pre class="notranslate"><span class="pl-k">const</span> <span class="pl-s1">a</span> <span class="pl-c1">=</span> <span class="pl-c1">1</span><span class="pl-kos">;</span></pre><div class="zeroclipboard-container"><clipboard-copy aria-label="Copy" class="ClipboardButton btn" data-copy-feedback="Copied!" value="const a = 1;" tabindex="0" role="button"><svg aria-hidden="true" class="octicon octicon-copy"><path d="M0 6.75"></path></svg></clipboard-copy></div></div>`,
    "const a = 1;",
  ],
  [
    "plain code with a copy button",
    `<div class="snippet-clipboard-content notranslate position-relative overflow-auto" data-snippet-clipboard-copy-content="x &lt; y"><pre class="notranslate"><code class="notranslate">x &lt; y\n</code></pre><div class="zeroclipboard-container"><clipboard-copy value="x &lt; y"></clipboard-copy></div></div>`,
    "x < y",
  ],
  [
    "details with a summary",
    `<details>\n<summary>Log &amp; trace</summary>\n<p dir="auto">line</p>\n</details>`,
    "Log & trace line",
  ],
  [
    "footnotes",
    `<p dir="auto">So they say.<sup><a href="#user-content-fn-1-4af1" id="user-content-fnref-1-4af1" data-footnote-ref="" aria-describedby="footnote-label">1</a></sup></p>\n<section data-footnotes="" class="footnotes"><h2 id="footnote-label" class="sr-only" dir="auto">Footnotes</h2>\n<ol dir="auto">\n<li id="user-content-fn-1-4af1">\n<p dir="auto">They do. <a href="#user-content-fnref-1-4af1" data-footnote-backref="" aria-label="Back to reference 1" class="data-footnote-backref"><g-emoji class="g-emoji" alias="leftwards_arrow_with_hook">↩</g-emoji></a></p>\n</li>\n</ol>\n</section>`,
    "So they say.1 They do.",
  ],
  [
    "a reply by e-mail",
    `<div class="email-fragment">I agree.\nWrite to ***@***.*** if not.</div>\n<span class="email-hidden-toggle"><a href="#">…</a></span><div class="email-hidden-reply" style="display:none">\n<div class="email-quoted-reply">On Mon, Ada wrote: <a href="mailto:***@***.***">***@***.***</a> <div>old</div></div>\n<div class="email-signature-reply">—<br>Sent from a train</div>\n</div>`,
    "I agree. Write to … if not.",
  ],
  [
    "an alert",
    `<div class="markdown-alert markdown-alert-note" dir="auto"><p class="markdown-alert-title" dir="auto"><svg data-component="Octicon" class="octicon octicon-info mr-2" viewBox="0 0 16 16"><path d="M0 8a8"></path></svg>Note</p><p dir="auto">Mind the gap.</p>\n</div><p dir="auto">After.</p>`,
    "After.",
  ],
  [
    "a heading with its anchor",
    `<div class="markdown-heading" dir="auto"><h2 class="heading-element" dir="auto">Why</h2><a id="user-content-why" class="anchor" aria-label="Permalink: Why" href="#why"><svg class="octicon octicon-link"><path d="m7.775 3.275"></path></svg></a></div>\n<p dir="auto">Because.</p>`,
    "Why Because.",
  ],
  [
    "a picture",
    `<p dir="auto"><a target="_blank" rel="noopener noreferrer" href="https://private-user-images.githubusercontent.com/1/2-01234567-89ab-cdef-0123-456789abcdef.png?jwt=eyJ"><img src="https://private-user-images.githubusercontent.com/1/2-01234567-89ab-cdef-0123-456789abcdef.png?jwt=eyJ" alt="A cup" style="max-width: 100%; height: auto; max-height: 600px;" width="400"></a></p>`,
    "A cup",
  ],
  [
    "a film",
    `<details open="" class="details-reset border rounded-2"><summary class="px-3 py-2"><svg class="octicon octicon-device-camera-video"></svg><span aria-label="Video description clip.mp4" class="m-1">clip.mp4</span><span class="dropdown-caret"></span></summary><video src="https://private-user-images.githubusercontent.com/1/2-01234567-89ab-cdef-0123-456789abcdef.mp4?jwt=eyJ" data-canonical-src="https://x" controls="controls" muted="muted" class="d-block" style="max-height:640px"></video></details>`,
    "clip.mp4 ▶ github.com",
  ],
  [
    "mathematics",
    `<p dir="auto">With <math-renderer class="js-inline-math" style="display: inline-block" data-static-url="https://github.githubassets.com/static" data-run-id="1">$a &lt; b$</math-renderer> we have</p>\n<math-renderer class="js-display-math" style="display: block" data-run-id="1">$$x^2$$</math-renderer>`,
    "With $a < b$ we have $$x^2$$",
  ],
  [
    "a table with alignment",
    `<markdown-accessiblity-table><table role="table">\n<thead>\n<tr>\n<th align="left">a</th>\n<th align="right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td align="left">1</td>\n<td align="right">2</td>\n</tr>\n</tbody>\n</table></markdown-accessiblity-table>`,
    "a b 1 2",
  ],
  [
    "a quotation and an answer",
    `<blockquote>\n<p dir="auto">What you said</p>\n</blockquote>\n<p dir="auto">No,<br>\nand <del>never</del> <strong>ever</strong> <kbd>Esc</kbd> &amp; 2 &lt; 3</p>`,
    "No, and never ever Esc & 2 < 3",
  ],
];
