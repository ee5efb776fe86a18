export type Prolog = {
  /** Where the root element begins; undefined when it has not come yet. */
  readonly root?: number;
  /** Where the first text begins that has no place before a root element. */
  readonly junk?: number;
  readonly doctype?: number;
};

/**
 * Looks for the root element `<rss>`, which may have anything before it: blank lines, messages of PHP, comments, the XML
 * declaration, a DOCTYPE. What stands in a comment is not the root.
 */
export function scanProlog(text: string): Prolog {
  let junk: number | undefined;
  let doctype: number | undefined;
  let at = 0;
  for (;;) {
    const next = toNextMark(text, at);
    if (next > at && text.slice(at, next).trim() !== "") junk ??= at + leadingSpace(text.slice(at, next));
    at = next;
    if (at >= text.length) return toProlog({ junk, doctype });
    if (isRootAt(text, at)) return toProlog({ root: at, junk, doctype });
    const end = skip(text, at);
    if (end === undefined) return toProlog({ junk, doctype });
    if (/^<!doctype/i.test(text.slice(at, at + 9))) doctype ??= at;
    else if (end === at + 1) junk ??= at;
    // An XML declaration has to be the very first.
    else if (/^<\?xml\s/.test(text.slice(at, at + 6)) && at > 0) junk ??= 0;
    at = end;
  }
}

export function isRootAt(text: string, at: number): boolean {
  return /^<rss[\s/>]/.test(text.slice(at, at + 5));
}

function toProlog({ root, junk, doctype }: { [K in keyof Prolog]: number | undefined }): Prolog {
  return {
    ...(root !== undefined && { root }),
    ...(junk !== undefined && { junk }),
    ...(doctype !== undefined && { doctype }),
  };
}

function toNextMark(text: string, from: number): number {
  const at = text.indexOf("<", from);
  return at < 0 ? text.length : at;
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}

/** Behind the comment, instruction or DOCTYPE that begins here, or behind `<`; undefined when its end is not there. */
function skip(text: string, at: number): number | undefined {
  if (text.startsWith("<!--", at)) return behind(text, "-->", at + 4);
  if (text.startsWith("<?", at)) return behind(text, "?>", at + 2);
  if (/^<!doctype/i.test(text.slice(at, at + 9))) return behindDoctype(text, at + 9);
  return at + 1;
}

function behind(text: string, end: string, from: number): number | undefined {
  const at = text.indexOf(end, from);
  return at < 0 ? undefined : at + end.length;
}

/** A DOCTYPE may hold declarations in brackets, and both may hold `>` in quotation marks. */
function behindDoctype(text: string, from: number): number | undefined {
  const marks = /["'[\]>]/g;
  marks.lastIndex = from;
  let depth = 0;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const [char] = mark;
    if (char === "[") depth += 1;
    else if (char === "]") depth -= 1;
    else if (char === ">") {
      if (depth <= 0) return mark.index + 1;
    } else {
      const close = text.indexOf(char, mark.index + 1);
      if (close < 0) return undefined;
      marks.lastIndex = close + 1;
    }
  }
  return undefined;
}
