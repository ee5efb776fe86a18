/**
 * The words of a text as a search would compare them: runs of letters, marks and numbers of any script, lower-cased.
 * Of scripts that are written without spaces, or join their particles to the word, each pair of neighbours is one.
 *
 * Character by character with a table, in half the time of a regular expression: a blog may have millions of words.
 */
export function forEachWord(text: string, take: (word: string) => void): void {
  const lower = text.normalize("NFC").toLowerCase();
  let start = 0;
  let run: number = kinds.gap;
  for (let index = 0; index < lower.length;) {
    const code = lower.codePointAt(index) ?? 0;
    const kind = known[code] || toKind(code);
    if (kind !== run) {
      end(lower, start, index, run, take);
      start = index;
      run = kind;
    }
    index += code > 0xffff ? 2 : 1;
  }
  end(lower, start, lower.length, run, take);
}

/** 0 in the table below: not looked at yet. */
const kinds = { gap: 1, letter: 2, dense: 3 } as const;

const letter = /[\p{L}\p{M}\p{N}]/u;
const dense = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]/u;

/** Filled as characters are met; those beyond the first plane are rare enough to be looked at each time. */
const known = new Uint8Array(0x1_0000);

function toKind(code: number): number {
  const character = String.fromCodePoint(code);
  const kind = letter.test(character) ? (dense.test(character) ? kinds.dense : kinds.letter) : kinds.gap;
  known[code] = kind;
  return kind;
}

function end(text: string, start: number, stop: number, run: number, take: (word: string) => void): void {
  if (run === kinds.letter) take(text.slice(start, stop));
  else if (run === kinds.dense) takePairs(Array.from(text.slice(start, stop)), take);
}

/** A character that stands alone is a word as well. */
function takePairs(characters: readonly string[], take: (word: string) => void): void {
  const [first = ""] = characters;
  if (characters.length === 1) take(first);
  for (let index = 1; index < characters.length; index++) take(`${characters[index - 1]}${characters[index]}`);
}
