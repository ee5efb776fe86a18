/** Hosts of GitHub's that pictures come from, or that it redirects them to. */
const githubHosts =
  /^(?:[\w-]+\.githubusercontent\.com|github\.com|github-production-user-asset-[\w-]+\.s3\.amazonaws\.com)$/;

const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Where pictures may be fetched from. Strangers write their addresses, so nobody is asked but GitHub, or the host that
 * stands for it: a comment must not make the owner's machine knock at doors of the owner's network. With an emulated
 * GitHub nothing leaves the machine.
 */
export function createHostPolicy(graphqlUrl: string): (url: URL) => boolean {
  const github = new URL(graphqlUrl);
  const isEmulated = loopback.test(github.hostname);
  return (url) => {
    if (url.origin === github.origin) return true;
    if (isEmulated) return loopback.test(url.hostname);
    return url.protocol === "https:" && githubHosts.test(url.hostname) && url.port === "";
  };
}

export function isLoopback(url: string): boolean {
  return URL.canParse(url) && loopback.test(new URL(url).hostname);
}
