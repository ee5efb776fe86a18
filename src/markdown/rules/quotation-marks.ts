/** Opening and closing marks for `"…"` and, inside or alone, `'…'`. */
export type QuotationMarks = {
  readonly double: readonly [open: string, close: string];
  readonly single: readonly [open: string, close: string];
};

const english = toMarks("“", "”", "‘", "’");
const lowHigh = toMarks("„", "“", "‚", "‘");
const lowRight = toMarks("„", "”", "‚", "’");
const raised = toMarks("”", "”", "’", "’");
const guillemets = toMarks("«", "»", "“", "”");
const eastAsian = toMarks("「", "」", "『", "』");

/** By BCP 47 tag, the longest match first. */
const marksByLanguage: ReadonlyMap<string, QuotationMarks> = new Map([
  ["en", english],
  ["de", lowHigh],
  ["de-ch", toMarks("«", "»", "‹", "›")],
  ["cs", lowHigh],
  ["sk", lowHigh],
  ["sl", lowHigh],
  ["bg", lowHigh],
  ["lt", lowHigh],
  ["is", lowHigh],
  ["pl", toMarks("„", "”", "«", "»")],
  ["ro", toMarks("„", "”", "«", "»")],
  ["hu", toMarks("„", "”", "»", "«")],
  ["hr", lowRight],
  ["sr", lowRight],
  ["sv", raised],
  ["fi", raised],
  ["fr", toMarks("«\u202f", "\u202f»", "“", "”")],
  ["fr-ch", toMarks("«", "»", "‹", "›")],
  ["es", guillemets],
  ["it", guillemets],
  ["pt-pt", guillemets],
  ["ca", guillemets],
  ["el", guillemets],
  ["ar", guillemets],
  ["fa", toMarks("«", "»", "‹", "›")],
  ["ru", toMarks("«", "»", "„", "“")],
  ["uk", toMarks("«", "»", "„", "“")],
  ["be", toMarks("«", "»", "„", "“")],
  ["nb", toMarks("«", "»", "‘", "’")],
  ["nn", toMarks("«", "»", "‘", "’")],
  ["no", toMarks("«", "»", "‘", "’")],
  ["ja", eastAsian],
  ["zh-hant", eastAsian],
  ["zh-tw", eastAsian],
  ["zh-hk", eastAsian],
]);

export function toQuotationMarks(language: string): QuotationMarks {
  let tag = language.toLowerCase();
  while (tag !== "") {
    const marks = marksByLanguage.get(tag);
    if (marks) return marks;
    tag = tag.slice(0, Math.max(0, tag.lastIndexOf("-")));
  }
  return english;
}

function toMarks(open: string, close: string, openInner: string, closeInner: string): QuotationMarks {
  return { double: [open, close], single: [openInner, closeInner] };
}
