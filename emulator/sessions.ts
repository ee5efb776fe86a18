/**
 * Who is signed in. A session is what the reader's browser keeps, a token what it is exchanged for; neither is worth
 * anything outside of this machine.
 */
export type Sessions = {
  readonly open: (login: string) => string;
  /** The login of a session; undefined when it has run out or never was. */
  readonly loginOf: (session: string) => string | undefined;
  readonly toToken: (login: string) => string;
  /** Whom a request's `Authorization` speaks for; undefined for none, null for one that is refused. */
  readonly readToken: (authorization: string | undefined, owner: string) => string | null | undefined;
  readonly expire: () => void;
};

export function createSessions(): Sessions {
  let generation = 0;
  return {
    open: (login) => Buffer.from(JSON.stringify({ login, generation })).toString("base64url"),
    loginOf: (session) => {
      const [, login] = new RegExp(`^\\{"login":"([^"]+)","generation":${generation}\\}$`).exec(decode(session)) ?? [];
      return login;
    },
    toToken: (login) => `ghu_${Buffer.from(login).toString("base64url")}`,
    readToken: (authorization, owner) => {
      const [, token] = /^(?:bearer|token) (.+)$/i.exec(authorization ?? "") ?? [];
      if (token === undefined) return undefined;
      if (token === "bad") return null;
      // Any other token is the owner's, so that no set-up is needed.
      return token.startsWith("ghu_") ? decode(token.slice(4)) : owner;
    },
    expire: () => {
      generation++;
    },
  };
}

function decode(text: string): string {
  return Buffer.from(text, "base64url").toString("utf8");
}
