// Control characters are what this is about.
// oxlint-disable-next-line no-control-regex
const forbidden = /[\0-\x08\v\f\x0e-\x1f\uD800-\uDFFF\uFFFE\uFFFF]/;
// oxlint-disable-next-line no-control-regex
const forbiddenOnes = /[\0-\x08\v\f\x0e-\x1f\uFFFE\uFFFF]|\p{Cs}/gu;

/** The text without the characters that XML does not have; halves of characters are among them. */
export function removeForbidden(text: string, onFound: (first: number, times: number) => void): string {
  // The cheap question first: it asks of every emoji, too, but nearly no piece of text has any of them.
  if (!forbidden.test(text)) return text;
  const first = text.search(forbiddenOnes);
  if (first < 0) return text;
  let times = 0;
  const clean = text.replace(forbiddenOnes, () => {
    times += 1;
    return "";
  });
  onFound(first, times);
  return clean;
}
