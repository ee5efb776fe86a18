import type { ReactionName } from "../../src/comments/thread.ts";
import { createCounter } from "./counter.ts";
import type { Strings } from "./strings.ts";

// In front of `:`, `;`, `?` and `!` stands U+202F, a narrow space at which no line breaks.

const counted = createCounter("fr");

const reactions: Readonly<Record<ReactionName, string>> = {
  THUMBS_UP: "Pouce levé",
  THUMBS_DOWN: "Pouce baissé",
  LAUGH: "Rire",
  HOORAY: "Hourra",
  CONFUSED: "Perplexe",
  HEART: "Cœur",
  ROCKET: "Fusée",
  EYES: "Regard",
};

/** GitHub's reasons; others stand as they are. */
const minimized: Readonly<Record<string, string>> = {
  abuse: "propos abusifs",
  duplicate: "doublon",
  "off-topic": "hors sujet",
  outdated: "dépassé",
  resolved: "réglé",
  spam: "indésirable",
};

export const fr: Strings = {
  lang: "fr",

  skipToContent: "Aller au contenu",
  posts: "Articles",
  categories: "Catégories",
  tags: "Mots-clés",
  authors: "Auteurs et autrices",
  archive: "Archives",
  feed: "Flux RSS",

  mainNavigation: "Menu principal",
  blogNavigation: "Ce blog",
  breadcrumbs: "Vous êtes ici",
  pagination: "Pages de cette liste",
  contents: "Sommaire",
  neighbours: "Article précédent et article suivant",
  byMonth: "Par mois",
  browse: "Parcourir",

  pageOf: (number, count) => `Page ${number} sur ${count}`,
  titledPage: (title, number) => `${title}, page ${number}`,
  newerPosts: "Articles plus récents",
  olderPosts: "Articles plus anciens",
  postCount: (count) =>
    counted(count, { one: "{count} article", many: "{count} d’articles", other: "{count} articles" }),
  noPosts: "Rien n’a encore été publié ici.",
  noPostsHint: 'Pour écrire le premier article\u202f: npm run new -- "Titre"',

  continueReading: "Lire la suite",
  continueReadingOf: (title) => `Lire la suite\u202f: ${title}`,
  pinned: "Épinglé",
  draft: "Brouillon",
  scheduled: "Programmé",
  updated: "Mis à jour le",
  by: "Par",
  alsoIn: "Dans d’autres langues\u202f:",
  postedIn: "Publié dans",
  tagged: "Mots-clés\u202f:",
  comma: ", ",
  permalink: "Lien permanent",
  share: "Partager",
  linkCopied: "Lien copié",
  editPage: "Modifier cette page",
  viewHistory: "Voir l’historique",
  previousPost: "Précédent",
  nextPost: "Suivant",
  series: "Série",
  seriesPart: (position, count) => `Partie ${position} sur ${count}`,
  previousPart: "Partie précédente",
  nextPart: "Partie suivante",
  relatedPosts: "À lire aussi",
  readingTime: (minutes) =>
    counted(minutes, {
      one: "{count} min de lecture",
      many: "{count} min de lecture",
      other: "{count} min de lecture",
    }),

  copy: "Copier",
  copied: "Copié",
  copyFailed: "La copie n’est pas autorisée ici",

  closePicture: "Fermer l’image",
  previousPicture: "Image précédente",
  nextPicture: "Image suivante",
  pictureOf: (number, count) => `Image ${number} sur ${count}`,

  theme: "Apparence",
  themeSystem: "Selon le système",
  themeLight: "Clair",
  themeDark: "Sombre",

  feedNote:
    "Ceci est un flux\u202f: il apporte de lui-même les nouveaux articles à un lecteur de flux. Pour vous abonner, collez-y l’adresse de cette page.",
  feedLink: "Lire sous forme de page",

  subcategories: "Sous-catégories",
  allPosts: "Tous les articles",

  conversation: "Conversation",
  joinConversation: "Participer à la conversation",
  joinNote:
    "Les commentaires sont conservés dans GitHub Discussions. Aucun autre serveur n’est sollicité avant votre clic.",
  joinLoading: "Chargement de la conversation…",
  joinLive: "La conversation est ouverte.",
  joinFailed: "La conversation n’a pas pu être chargée ici.",
  joinUpdated: (count) => `Commentaires désormais dans la conversation\u202f: ${count}`,
  commentNewer:
    "Le commentaire recherché est plus récent que cette page\u202f: participez à la conversation pour le voir.",
  readOnGithub: "Participer sur GitHub",
  conversationClosed: "Cette conversation est close.",
  conversationLocked: "Cette conversation est verrouillée\u202f: on peut la lire, mais non la poursuivre.",
  followConversation: "Suivre cette conversation par flux RSS",

  commentsOn: (subject) => `Commentaires\u202f: ${subject}`,
  commentCount: (count) =>
    counted(count, { one: "{count} commentaire", many: "{count} de commentaires", other: "{count} commentaires" }),
  recentConversation: "Derniers échanges",
  mostDiscussed: "Les plus commentés",
  anonymous: "Anonyme",
  ownerMark: "Rédaction",
  edited: "modifié",
  inReplyTo: "en réponse à",
  earlierComments: (count) =>
    counted(count, {
      one: "{count} commentaire plus ancien",
      many: "{count} de commentaires plus anciens",
      other: "{count} commentaires plus anciens",
    }),
  commentMinimized: (reason) => (reason ? `Masqué\u202f: ${minimized[reason] ?? reason}` : "Masqué"),
  commentDeleted: "Ce commentaire a été supprimé.",
  reaction: (name, count) => `${reactions[name]}\u202f: ${count}`,
  upvotes: (count) =>
    counted(count, { one: "{count} voix pour", many: "{count} de voix pour", other: "{count} voix pour" }),
  mentions: "Mentionné ailleurs",
  setupHint:
    "Les commentaires ne sont pas encore configurés. Ce message n’est visible que de vous\u202f; pour ouvrir la conversation, lancez",

  search: "Recherche",
  searchLabel: "Rechercher dans ce blog",
  searchNoScript:
    "La recherche a besoin de JavaScript, qui est désactivé ici. Tout se trouve aussi dans les archives\u202f:",
  searchFailed: "La recherche n’a pas pu être chargée. Tout se trouve aussi dans les archives\u202f:",
  searchNothing: "Aucun résultat. Essayez avec moins de mots, ou le début d’un seul\u202f; ou parcourez\u202f:",
  searching: "Recherche en cours…",
  searchCount: { one: "{count} résultat", many: "{count} de résultats", other: "{count} résultats" },
  searchMore: "Plus de résultats",
  searchFilters: "Affiner les résultats",
  category: "Catégorie",
  tag: "Mot-clé",
  year: "Année",
  anyChoice: "Indifférent",
  clearFilters: "Effacer",
  searchPlaces: "Dans ce texte",
  searchComment: "{name}, dans la conversation",
  searchKey: "Sur chaque page, la touche / mène à la recherche",

  notFoundTitle: "Cette page n’est pas sur la table",
  notFoundText:
    "L’adresse est peut-être ancienne ou mal saisie. Ce que vous cherchiez se trouve peut-être parmi ces articles.",
  recentPosts: "Articles récents",

  markdown: {
    alerts: { note: "Note", tip: "Astuce", important: "Important", warning: "Avertissement", caution: "Attention" },
    table: "Tableau",
    footnotes: "Notes de bas de page",
    footnote: (number) => `Note ${number}`,
    footnoteBack: (number) => `Retour à l’appel de note ${number}`,
    section: (heading) => `Lien vers cette section\u202f: ${heading}`,
    enlarge: "Agrandir l’image",
    diagrams: {
      flowchart: "Organigramme",
      state: "Diagramme d’états",
      sequence: "Diagramme de séquence",
      source: "Diagramme (source)",
      start: "début",
      end: "fin",
      link: (from, to) => `de ${from} à ${to}`,
    },
  },
};
