/** The few words that the Markdown renderer says itself, in the language of the text. */
export type Labels = {
  readonly alerts: Readonly<Record<AlertKind, string>>;
  readonly table: string;
  readonly footnotes: string;
  /** Accessible name of a footnote's mark. */
  readonly footnote: (number: string) => string;
  /** Accessible name of the way back to that mark. */
  readonly footnoteBack: (number: string) => string;
  /** Accessible name of a heading's anchor, before the heading's text. */
  readonly section: string;
};

export type AlertKind = "note" | "tip" | "important" | "warning" | "caution";

const english: Labels = {
  alerts: { note: "Note", tip: "Tip", important: "Important", warning: "Warning", caution: "Caution" },
  table: "Table",
  footnotes: "Footnotes",
  footnote: (number) => `Footnote ${number}`,
  footnoteBack: (number) => `Back to reference ${number}`,
  section: "Link to this section",
};

const labelsByLanguage: ReadonlyMap<string, Labels> = new Map<string, Labels>([
  ["en", english],
  [
    "de",
    {
      alerts: { note: "Hinweis", tip: "Tipp", important: "Wichtig", warning: "Warnung", caution: "Vorsicht" },
      table: "Tabelle",
      footnotes: "Fußnoten",
      footnote: (number) => `Fußnote ${number}`,
      footnoteBack: (number) => `Zurück zu Verweis ${number}`,
      section: "Link zu diesem Abschnitt",
    },
  ],
  [
    "fr",
    {
      alerts: { note: "Note", tip: "Astuce", important: "Important", warning: "Avertissement", caution: "Attention" },
      table: "Tableau",
      footnotes: "Notes de bas de page",
      footnote: (number) => `Note ${number}`,
      footnoteBack: (number) => `Retour à l’appel de note ${number}`,
      section: "Lien vers cette section",
    },
  ],
  [
    "es",
    {
      alerts: { note: "Nota", tip: "Consejo", important: "Importante", warning: "Advertencia", caution: "Precaución" },
      table: "Tabla",
      footnotes: "Notas al pie",
      footnote: (number) => `Nota ${number}`,
      footnoteBack: (number) => `Volver a la referencia ${number}`,
      section: "Enlace a esta sección",
    },
  ],
  [
    "ja",
    {
      alerts: { note: "メモ", tip: "ヒント", important: "重要", warning: "警告", caution: "注意" },
      table: "表",
      footnotes: "脚注",
      footnote: (number) => `脚注 ${number}`,
      footnoteBack: (number) => `参照 ${number} に戻る`,
      section: "このセクションへのリンク",
    },
  ],
  [
    "ar",
    {
      alerts: { note: "ملاحظة", tip: "نصيحة", important: "مهم", warning: "تحذير", caution: "تنبيه" },
      table: "جدول",
      footnotes: "الحواشي",
      footnote: (number) => `الحاشية ${number}`,
      footnoteBack: (number) => `العودة إلى المرجع ${number}`,
      section: "رابط إلى هذا القسم",
    },
  ],
]);

/** `de-AT` speaks German; a language that is not here speaks English. */
export function toLabels(language: string): Labels {
  const [primary = ""] = language.toLowerCase().split("-", 1);
  return labelsByLanguage.get(primary) ?? english;
}
