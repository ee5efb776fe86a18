import type { World } from "./world.ts";

/** The account of a login; null for one that is gone, which GitHub shows as ghost. */
export function toActor(login: string | null, { avatars }: Pick<World, "avatars">) {
  if (login === null) return null;
  const isBot = login.endsWith("[bot]");
  const name = login.replace(/\[bot\]$/, "");
  return {
    __typename: isBot ? "Bot" : "User",
    login: name,
    id: `${isBot ? "BOT" : "U"}_${Buffer.from(name).toString("base64url")}`,
    url: `https://github.com/${isBot ? `apps/${name}` : name}`,
    resourcePath: `/${isBot ? `apps/${name}` : name}`,
    name: isBot ? undefined : toName(name),
    avatarUrl: ({ size }: { readonly size?: number | null }) =>
      `${avatars}/${encodeURIComponent(name)}?s=${size ?? 460}`,
  };
}

function toName(login: string): string {
  return login.replace(
    /(^|-)(\p{L})/gu,
    (_, before: string, letter: string) => (before ? " " : "") + letter.toUpperCase(),
  );
}
