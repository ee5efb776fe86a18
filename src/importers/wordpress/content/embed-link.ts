import { toAttribute } from "./escape.ts";

/** A line in place of which WordPress would have shown what the address leads to. */
export function toEmbedLink(url: string, line: number): string {
  const href = toAttribute(url.trim().replace(/^httpv\w*/i, "https"));
  return `<p data-line="${line}"><a class="embed" href="${href}">${href}</a></p>`;
}

/** An address that stands alone: as WordPress finds it; `httpv://` is what a plugin asked for to show films. */
export const bareAddress = /^\s*(http(?:s|v[adhp]{0,3})?:\/\/[^\s<>"]+)\s*$/i;

/** Hosts whose addresses WordPress embeds without asking them. */
export function isKnownProvider(url: string): boolean {
  const host = /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? "";
  return providers.some((provider) => host === provider || host.endsWith(`.${provider}`));
}

const providers =
  "youtube.com youtu.be vimeo.com dailymotion.com dai.ly flickr.com flic.kr smugmug.com scribd.com wordpress.tv crowdsignal.net polldaddy.com poll.fm survey.fm twitter.com x.com soundcloud.com slideshare.net instagram.com instagr.am facebook.com fb.watch spotify.com imgur.com issuu.com mixcloud.com ted.com videopress.com kickstarter.com kck.st cloudup.com reverbnation.com reddit.com speakerdeck.com screencast.com amazon.com a.co amzn.to tumblr.com tiktok.com pinterest.com wolframcloud.com pca.st bsky.app anghami.com canva.com animoto.com meetup.com hulu.com vine.co funnyordie.com blip.tv viddler.com revision3.com photobucket.com collegehumor.com rdio.com".split(
    " ",
  );
