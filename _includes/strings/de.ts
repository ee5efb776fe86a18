import type { ReactionName } from "../../src/comments/thread.ts";
import { createCounter } from "./counter.ts";
import type { Strings } from "./strings.ts";

const counted = createCounter("de");

const reactions: Readonly<Record<ReactionName, string>> = {
  THUMBS_UP: "Daumen hoch",
  THUMBS_DOWN: "Daumen runter",
  LAUGH: "Lachen",
  HOORAY: "Hurra",
  CONFUSED: "Ratlos",
  HEART: "Herz",
  ROCKET: "Rakete",
  EYES: "Augen",
};

/** GitHub's reasons; others stand as they are. */
const minimized: Readonly<Record<string, string>> = {
  abuse: "beleidigend",
  duplicate: "doppelt",
  "off-topic": "nicht zum Thema",
  outdated: "überholt",
  resolved: "erledigt",
  spam: "Spam",
};

export const de: Strings = {
  lang: "de",

  skipToContent: "Zum Inhalt springen",
  posts: "Beiträge",
  categories: "Kategorien",
  tags: "Schlagwörter",
  authors: "Autorinnen und Autoren",
  archive: "Archiv",
  feed: "Feed",

  mainNavigation: "Hauptmenü",
  blogNavigation: "Dieses Blog",
  breadcrumbs: "Sie sind hier",
  pagination: "Seiten dieser Liste",
  contents: "Inhalt",
  neighbours: "Vorheriger und nächster Beitrag",
  byMonth: "Nach Monaten",
  browse: "Stöbern",

  pageOf: (number, count) => `Seite ${number} von ${count}`,
  titledPage: (title, number) => `${title}, Seite ${number}`,
  newerPosts: "Neuere Beiträge",
  olderPosts: "Ältere Beiträge",
  postCount: (count) => counted(count, { one: "{count} Beitrag", other: "{count} Beiträge" }),
  noPosts: "Hier ist noch nichts erschienen.",
  noPostsHint: 'Den ersten Beitrag anlegen: npm run new -- "Titel"',

  continueReading: "Zum Beitrag",
  continueReadingOf: (title) => `Zum Beitrag: ${title}`,
  pinned: "Angeheftet",
  draft: "Entwurf",
  scheduled: "Geplant",
  updated: "Aktualisiert am",
  by: "Von",
  alsoIn: "In anderen Sprachen:",
  postedIn: "Erschienen in",
  tagged: "Schlagwörter:",
  comma: ", ",
  permalink: "Permalink",
  share: "Teilen",
  linkCopied: "Link kopiert",
  editPage: "Diese Seite bearbeiten",
  viewHistory: "Änderungen ansehen",
  previousPost: "Vorheriger Beitrag",
  nextPost: "Nächster Beitrag",
  series: "Serie",
  seriesPart: (position, count) => `Teil ${position} von ${count}`,
  previousPart: "Vorheriger Teil",
  nextPart: "Nächster Teil",
  relatedPosts: "Mehr zum Thema",
  readingTime: (minutes) => counted(minutes, { one: "{count} Min. Lesezeit", other: "{count} Min. Lesezeit" }),

  copy: "Kopieren",
  copied: "Kopiert",
  copyFailed: "Kopieren ist hier nicht erlaubt",

  closePicture: "Bild schließen",
  previousPicture: "Vorheriges Bild",
  nextPicture: "Nächstes Bild",
  pictureOf: (number, count) => `Bild ${number} von ${count}`,

  theme: "Darstellung",
  themeSystem: "Wie das System",
  themeLight: "Hell",
  themeDark: "Dunkel",

  feedNote:
    "Dies ist ein Feed: Er bringt neue Beiträge von selbst in einen Feedreader. Zum Abonnieren genügt es, dort die Adresse dieser Seite einzufügen.",
  feedLink: "Als Seite lesen",

  subcategories: "Unterkategorien",
  allPosts: "Alle Beiträge",

  conversation: "Gespräch",
  joinConversation: "Mitreden",
  joinNote: "Die Kommentare liegen in GitHub Discussions. Bevor Sie drücken, wird kein anderer Server angefragt.",
  joinLoading: "Das Gespräch wird geladen …",
  joinLive: "Das Gespräch ist offen.",
  joinFailed: "Das Gespräch ließ sich hier nicht laden.",
  joinUpdated: (count) => `Kommentare im Gespräch: jetzt ${count}`,
  commentNewer: "Der gesuchte Kommentar ist neuer als diese Seite: „Mitreden“ zeigt ihn.",
  readOnGithub: "Auf GitHub mitreden",
  conversationClosed: "Dieses Gespräch ist beendet.",
  conversationLocked: "Dieses Gespräch ist gesperrt: Es lässt sich lesen, aber nicht fortsetzen.",
  followConversation: "Dieses Gespräch per Feed verfolgen",

  commentsOn: (subject) => `Kommentare: ${subject}`,
  commentCount: (count) => counted(count, { one: "{count} Kommentar", other: "{count} Kommentare" }),
  recentConversation: "Zuletzt im Gespräch",
  mostDiscussed: "Viel diskutiert",
  anonymous: "Anonym",
  ownerMark: "Redaktion",
  edited: "bearbeitet",
  inReplyTo: "als Antwort an",
  earlierComments: (count) =>
    counted(count, { one: "{count} früherer Kommentar", other: "{count} frühere Kommentare" }),
  commentMinimized: (reason) => (reason ? `Ausgeblendet: ${minimized[reason] ?? reason}` : "Ausgeblendet"),
  commentDeleted: "Dieser Kommentar wurde gelöscht.",
  reaction: (name, count) => `${reactions[name]}: ${count}`,
  upvotes: (count) => counted(count, { one: "{count} Stimme dafür", other: "{count} Stimmen dafür" }),
  mentions: "Anderswo erwähnt",
  setupHint:
    "Kommentare sind noch nicht eingerichtet. Diesen Hinweis sehen nur Sie; damit andere mitreden können, geben Sie ein:",

  search: "Suche",
  searchLabel: "Dieses Blog durchsuchen",
  searchNoScript: "Die Suche braucht JavaScript, das hier ausgeschaltet ist. Alles steht auch im Archiv:",
  searchFailed: "Die Suche ließ sich nicht laden. Alles steht auch im Archiv:",
  searchNothing:
    "Nichts gefunden. Versuchen Sie es mit weniger Wörtern oder nur mit einem Wortanfang, oder stöbern Sie in:",
  searching: "Es wird gesucht …",
  searchCount: { one: "{count} Treffer", other: "{count} Treffer" },
  searchMore: "Weitere Treffer",
  searchFilters: "Treffer eingrenzen",
  category: "Kategorie",
  tag: "Schlagwort",
  year: "Jahr",
  anyChoice: "Alle",
  clearFilters: "Zurücksetzen",
  searchPlaces: "In diesem Text",
  searchComment: "{name}, im Gespräch",
  searchKey: "Auf jeder Seite führt die Taste / zur Suche",

  notFoundTitle: "Diese Seite liegt nicht auf dem Tisch",
  notFoundText: "Die Adresse ist vielleicht veraltet oder falsch geschrieben. Womöglich findet sich das Gesuchte hier.",
  recentPosts: "Neueste Beiträge",

  markdown: {
    alerts: { note: "Hinweis", tip: "Tipp", important: "Wichtig", warning: "Warnung", caution: "Vorsicht" },
    table: "Tabelle",
    footnotes: "Fußnoten",
    footnote: (number) => `Fußnote ${number}`,
    footnoteBack: (number) => `Zurück zu Verweis ${number}`,
    section: (heading) => `Link zu diesem Abschnitt: ${heading}`,
    enlarge: "Bild vergrößern",
    diagrams: {
      flowchart: "Flussdiagramm",
      state: "Zustandsdiagramm",
      sequence: "Sequenzdiagramm",
      source: "Diagramm (Quelltext)",
      start: "Anfang",
      end: "Ende",
      link: (from, to) => `von ${from} zu ${to}`,
    },
  },
};
