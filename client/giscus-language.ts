// The codes of giscus 1.6.0; an unknown one would lead to its home page, which refuses to be framed.
const known = new Set(
  (
    "ar be bg ca cs da de en eo es eu fa fr gr gsw hbs he hu id it ja kh ko nl pl pt ro ru th tr uk uz vi " +
    "zh-CN zh-HK zh-Hans zh-Hant zh-TW"
  ).split(" "),
);

/** Where giscus has a code of its own: Greek and Khmer by country, one for Serbo-Croatian. */
const renamed: Readonly<Record<string, string>> = { bs: "hbs", el: "gr", hr: "hbs", km: "kh", sh: "hbs", sr: "hbs" };

/** The code that giscus knows for the first BCP 47 tag whose language it speaks; English where it speaks none. */
export function toGiscusLanguage(tags: string): string {
  for (const tag of tags.split(" ")) {
    const code = toCode(tag);
    if (known.has(code)) return code;
  }
  return "en";
}

function toCode(tag: string): string {
  try {
    const { language, region, script } = new Intl.Locale(tag);
    return language === "zh" ? toChinese(tag, region, script) : (renamed[language] ?? language);
  } catch {
    return "";
  }
}

/** By region where giscus has one, else by the script that the tag names or implies. */
function toChinese(tag: string, region: string | undefined, script: string | undefined): string {
  const regional = `zh-${region}`;
  if (!script && known.has(regional)) return regional;
  return `zh-${script ?? new Intl.Locale(tag).maximize().script}`;
}
