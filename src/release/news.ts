import { compareVersions, isVersion } from "./version.ts";

/** The sections of a changelog (keepachangelog.com) that came after one version, up to another; newest first. */
export function toNews(changelog: string, after: string, upTo: string): string {
  const sections = changelog.replaceAll("\r\n", "\n").split(/^(?=## )/m);
  const isNews = (section: string): boolean => {
    const version = /^## \[?v?([^\]\s]+)/.exec(section)?.[1] ?? "";
    return isVersion(version) && compareVersions(version, after) > 0 && compareVersions(version, upTo) <= 0;
  };
  const news = sections.filter(isNews).map((section) => section.trim());
  return withoutLinkTargets(news.join("\n\n")).trim();
}

// `[1.2.0]: https://…` at the end of the file belongs to the last section by its place only.
function withoutLinkTargets(text: string): string {
  return text.replace(/^\[[^\]]+\]: \S+$\n?/gm, "");
}
