/** Addresses that lead to scripts, to requests or to somewhere else than they seem to. */
export const hostileAddresses: readonly (readonly [name: string, html: string])[] = [
  ["javascript:", '<a href="javascript:hit()">x</a>'],
  ["javascript: in odd case", '<a href="JaVaScRiPt:hit()">x</a>'],
  ["javascript: with entities", '<a href="&#106;avascript&colon;hit()&#x28;&#x29">x</a>'],
  ["javascript: with entities without end", '<a href="&#0000106&#0000097&#0000118ascript:hit()">x</a>'],
  ["javascript: with tab and line break", '<a href="java\tscr\nipt:hit()">x</a>'],
  ["javascript: with encoded line break", '<a href="java&#10;script&#13;:hit()&NewLine;">x</a>'],
  ["javascript: after control characters", '<a href="\x01\x1f \0javascript:hit()">x</a>'],
  ["javascript: after a space that is none", '<a href="\u00a0\ufeff\u2028javascript:hit()">x</a>'],
  ["javascript: with bidi controls within", '<a href="java\u202escript:hit()">x</a>'],
  ["javascript: behind a comment", '<a href="javascript://a.example/%0ahit()">x</a>'],
  [
    "javascript: behind another scheme",
    '<a href="view-source:javascript:hit()">x</a><a href="blob:javascript:hit()">y</a>',
  ],
  ["javascript: in a picture", '<img src="javascript:hit()"><img src="  javascript:hit()" lowsrc="javascript:hit()">'],
  ["vbscript:", '<a href="vbscript:hit()">x</a><a href="VBScript&colon;hit()">x</a>'],
  ["data: with a page", '<a href="data:text/html,<script>hit()</script>">x</a>'],
  ["data: in base64", '<a href="data:text/html;base64,PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg==">x</a>'],
  [
    "data: with a picture that is a document",
    `<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='hit()'/>">`,
  ],
  ["another host without scheme", '<a href="//evil.example/">x</a><img src="//evil.example/x.png">'],
  [
    "another host behind backslashes",
    '<a href="\\\\evil.example">x</a><a href="/\\evil.example">y</a><a href="/\t/evil.example">z</a>',
  ],
  ["a host dressed as another", '<a href="https://github.com@evil.example/">x</a><a href="https:evil.example">y</a>'],
  [
    "a file and other schemes",
    '<a href="file:///etc/passwd">x</a><a href="intent://x#Intent;end">y</a><a href="ms-word:x">z</a>',
  ],
  [
    "a path out of the pictures",
    '<img src="media/../../admin"><img src="media/%2e%2e/%2e%2e/x"><img src="media/.git/x">',
  ],
  ["mail with headers", '<a href="mailto:a@a.example?bcc=b@evil.example&body=x">x</a>'],
  ["a set of sources", '<img src="https://a.example/x.png" srcset="https://evil.example/y.png 2x" sizes=1px>'],
  [
    "pings and targets",
    '<a href="https://a.example/" ping="https://evil.example/" target=_top download rel=opener>x</a>',
  ],
  [
    "old attributes that load",
    '<table background="https://evil.example/x.png"><td background="javascript:hit()">x</table>',
  ],
  ["a picture that loads elsewhere", '<img src="https://evil.example/spy.png?u=1" width=1 height=1>'],
  [
    "sound and film that load",
    '<video src="https://evil.example/v.mp4" poster="https://evil.example/p.png" autoplay onerror=hit()></video>',
  ],
];
