import type { ReactionName } from "../../src/comments/thread.ts";
import { createCounter } from "./counter.ts";
import type { Strings } from "./strings.ts";

const counted = createCounter("es");

const reactions: Readonly<Record<ReactionName, string>> = {
  THUMBS_UP: "Pulgar arriba",
  THUMBS_DOWN: "Pulgar abajo",
  LAUGH: "Risa",
  HOORAY: "Celebración",
  CONFUSED: "Perplejidad",
  HEART: "Corazón",
  ROCKET: "Cohete",
  EYES: "Ojos",
};

/** GitHub's reasons; others stand as they are. */
const minimized: Readonly<Record<string, string>> = {
  abuse: "ofensivo",
  duplicate: "duplicado",
  "off-topic": "fuera de tema",
  outdated: "desactualizado",
  resolved: "resuelto",
  spam: "correo basura",
};

export const es: Strings = {
  lang: "es",

  skipToContent: "Ir al contenido",
  posts: "Artículos",
  categories: "Categorías",
  tags: "Etiquetas",
  authors: "Autores",
  archive: "Archivo",
  feed: "Canal RSS",

  mainNavigation: "Menú principal",
  blogNavigation: "Este blog",
  breadcrumbs: "Estás aquí",
  pagination: "Páginas de esta lista",
  contents: "Índice",
  neighbours: "Artículo anterior y siguiente",
  byMonth: "Por meses",
  browse: "Explorar",

  pageOf: (number, count) => `Página ${number} de ${count}`,
  titledPage: (title, number) => `${title}, página ${number}`,
  newerPosts: "Artículos más recientes",
  olderPosts: "Artículos más antiguos",
  postCount: (count) =>
    counted(count, { one: "{count} artículo", many: "{count} de artículos", other: "{count} artículos" }),
  noPosts: "Aquí todavía no se ha publicado nada.",
  noPostsHint: 'Para escribir el primer artículo: npm run new -- "Título"',

  continueReading: "Seguir leyendo",
  continueReadingOf: (title) => `Seguir leyendo: ${title}`,
  pinned: "Fijado",
  draft: "Borrador",
  scheduled: "Programado",
  updated: "Actualizado el",
  by: "Por",
  alsoIn: "En otros idiomas:",
  postedIn: "Publicado en",
  tagged: "Etiquetas:",
  comma: ", ",
  permalink: "Enlace permanente",
  share: "Compartir",
  linkCopied: "Enlace copiado",
  editPage: "Editar esta página",
  viewHistory: "Ver el historial",
  previousPost: "Anterior",
  nextPost: "Siguiente",
  series: "Serie",
  seriesPart: (position, count) => `Parte ${position} de ${count}`,
  previousPart: "Parte anterior",
  nextPart: "Parte siguiente",
  relatedPosts: "Lee también",
  readingTime: (minutes) =>
    counted(minutes, {
      one: "{count} min de lectura",
      many: "{count} min de lectura",
      other: "{count} min de lectura",
    }),

  copy: "Copiar",
  copied: "Copiado",
  copyFailed: "Aquí no se permite copiar",

  closePicture: "Cerrar la imagen",
  previousPicture: "Imagen anterior",
  nextPicture: "Imagen siguiente",
  pictureOf: (number, count) => `Imagen ${number} de ${count}`,

  theme: "Apariencia",
  themeSystem: "Según el sistema",
  themeLight: "Claro",
  themeDark: "Oscuro",

  feedNote:
    "Esto es un canal: lleva por sí solo los artículos nuevos a un lector de canales. Para suscribirte, pega en el tuyo la dirección de esta página.",
  feedLink: "Leer como página",

  subcategories: "Subcategorías",
  allPosts: "Todos los artículos",

  conversation: "Conversación",
  joinConversation: "Participar en la conversación",
  joinNote: "Los comentarios se guardan en GitHub Discussions. Hasta que pulses, no se consulta ningún otro servidor.",
  joinLoading: "Cargando la conversación…",
  joinLive: "La conversación está abierta.",
  joinFailed: "La conversación no se ha podido cargar aquí.",
  joinUpdated: (count) => `Comentarios ahora en la conversación: ${count}`,
  commentNewer: "El comentario que buscas es más reciente que esta página: participa en la conversación para verlo.",
  readOnGithub: "Participar en GitHub",
  conversationClosed: "Esta conversación está cerrada.",
  conversationLocked: "Esta conversación está bloqueada: se puede leer, pero no añadir nada.",
  followConversation: "Seguir esta conversación por RSS",

  commentsOn: (subject) => `Comentarios: ${subject}`,
  commentCount: (count) =>
    counted(count, { one: "{count} comentario", many: "{count} de comentarios", other: "{count} comentarios" }),
  recentConversation: "Lo último en la conversación",
  mostDiscussed: "Lo más comentado",
  anonymous: "Anónimo",
  ownerMark: "Redacción",
  edited: "editado",
  inReplyTo: "en respuesta a",
  earlierComments: (count) =>
    counted(count, {
      one: "{count} comentario anterior",
      many: "{count} de comentarios anteriores",
      other: "{count} comentarios anteriores",
    }),
  commentMinimized: (reason) => (reason ? `Oculto: ${minimized[reason] ?? reason}` : "Oculto"),
  commentDeleted: "Este comentario se ha eliminado.",
  reaction: (name, count) => `${reactions[name]}: ${count}`,
  upvotes: (count) =>
    counted(count, { one: "{count} voto a favor", many: "{count} de votos a favor", other: "{count} votos a favor" }),
  mentions: "Mencionado en otros sitios",
  setupHint:
    "Los comentarios aún no están configurados. Este aviso solo lo ves tú; para abrir la conversación a quienes leen, ejecuta",

  search: "Búsqueda",
  searchLabel: "Buscar en este blog",
  searchNoScript: "La búsqueda necesita JavaScript, que aquí está desactivado. Todo está también en el archivo:",
  searchFailed: "La búsqueda no se ha podido cargar. Todo está también en el archivo:",
  searchNothing:
    "No se ha encontrado nada. Prueba con menos palabras o solo con el comienzo de una, o echa un vistazo a:",
  searching: "Buscando…",
  searchCount: { one: "{count} resultado", many: "{count} de resultados", other: "{count} resultados" },
  searchMore: "Más resultados",
  searchFilters: "Acotar los resultados",
  category: "Categoría",
  tag: "Etiqueta",
  year: "Año",
  anyChoice: "Cualquiera",
  clearFilters: "Borrar",
  searchPlaces: "En este texto",
  searchComment: "{name}, en la conversación",
  searchKey: "En cualquier página, la tecla / lleva a la búsqueda",

  notFoundTitle: "Esta página no está sobre la mesa",
  notFoundText:
    "Puede que la dirección sea antigua o esté mal escrita. Quizá lo que buscabas esté entre estos artículos.",
  recentPosts: "Artículos recientes",

  markdown: {
    alerts: { note: "Nota", tip: "Consejo", important: "Importante", warning: "Advertencia", caution: "Precaución" },
    table: "Tabla",
    footnotes: "Notas al pie",
    footnote: (number) => `Nota ${number}`,
    footnoteBack: (number) => `Volver a la referencia ${number}`,
    section: (heading) => `Enlace a esta sección: ${heading}`,
    enlarge: "Ampliar la imagen",
    diagrams: {
      flowchart: "Diagrama de flujo",
      state: "Diagrama de estados",
      sequence: "Diagrama de secuencia",
      source: "Diagrama (código fuente)",
      start: "inicio",
      end: "fin",
      link: (from, to) => `de ${from} a ${to}`,
    },
  },
};
