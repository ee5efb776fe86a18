import { askForLink, type AskOptions, type LinkAnswer } from "./ask-for-link.ts";

export type AskAllOptions = AskOptions & {
  /** Hosts that are asked at the same time; each of them one thing after the other. */
  readonly hostsAtOnce?: number;
  /** Milliseconds between two questions to one host. */
  readonly pause?: number;
  /** Who asks for one address. */
  readonly ask?: typeof askForLink;
  /** Hears each answer as it comes. */
  readonly onAnswer: (url: string, answer: LinkAnswer) => void;
};

/** After so many questions without an answer a host is down. */
const patience = 2;

/** Asks for all addresses, many hosts at once and each of them slowly. */
export async function askForLinks(urls: readonly string[], options: AskAllOptions): Promise<void> {
  const hosts = [...groupByHost(urls)];
  const work = async (): Promise<void> => {
    for (let host = hosts.shift(); host; host = hosts.shift()) await askHost(host, options);
  };
  await Promise.all(Array.from({ length: options.hostsAtOnce ?? 8 }, work));
}

function groupByHost(urls: readonly string[]): string[][] {
  const hosts = new Map<string, string[]>();
  for (const url of urls) {
    const { host } = new URL(url);
    const known = hosts.get(host);
    if (known) known.push(url);
    else hosts.set(host, [url]);
  }
  return [...hosts.values()];
}

async function askHost(urls: readonly string[], options: AskAllOptions): Promise<void> {
  const { ask = askForLink, runtime, pause = 1000 } = options;
  let silent = 0;
  let all: LinkAnswer | undefined;
  for (const [index, url] of urls.entries()) {
    if (!all && index > 0) await runtime.sleep(pause);
    const answer = all ?? (await ask(url, options));
    silent = answer.reason.startsWith("no answer") ? silent + 1 : 0;
    if (answer.isHostWide || silent >= patience) all = answer;
    options.onAnswer(url, answer);
  }
}
