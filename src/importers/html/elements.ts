/** What becomes of an element, by its name. What is in none of these sets gives its tag up and keeps what it holds. */

const toSet = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** Elements that stand by themselves, below what is before them. */
export const blockElements = toSet(
  "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset " +
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li listing main menu " +
    "nav noscript object ol optgroup option p plaintext pre search section select summary table tbody td textarea tfoot " +
    "th thead tr ul xmp",
);

/** Nobody reads what is in them, not even in the source. */
export const unseenElements = toSet(
  "area audio base basefont bgsound canvas datalist frame frameset head input link meta noembed noframes param script " +
    "select source style svg template textarea title track video",
);

/** Of those, the ones that the owner may miss. */
export const missedElements = toSet("canvas input script select style svg textarea");

/** Marks in a line that Markdown has no sign for, but our renderer shows. */
export const keptInline = toSet(
  "abbr bdi bdo cite dfn ins kbd mark q rb rp rt rtc ruby samp small sub sup time u var wbr",
);

export const codeElements = toSet("code tt");
export const preElements = toSet("pre listing plaintext xmp");

/** Boxes that mean something: their tags stay as HTML, with Markdown inside. */
export const keptBoxes = toSet("details aside address");

export const headings: ReadonlyMap<string, number> = new Map(
  [1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, level] as const),
);
