/** What the reader sees and hears of the conversation's state. */
export type Status = {
  readonly loading: () => void;
  /** `count`: how many comments the conversation shows. */
  readonly live: (count: number) => void;
  readonly failed: () => void;
  /** The address leads to a comment that the page does not have yet. */
  readonly newer: () => void;
};

/**
 * Texts come from the button, `data-loading` and so on, in the page's language; the section around it gets
 * `data-state`, by which styles hide what a state has no use for: the static copy of GitHub's comments while the
 * conversation is live, and only then.
 */
export function createStatus(button: HTMLButtonElement): Status {
  const { loading, joined = "", updated = "", failed, link, newer, discussions = "" } = button.dataset;
  const section = button.closest("section") ?? document.body;
  const line = document.createElement("p");
  line.className = "join-status";
  line.setAttribute("role", "status");
  let known: number | undefined;

  const say = (...content: (string | Node | undefined)[]) => {
    if (!line.isConnected) (button.parentElement ?? button).after(line);
    // A live region speaks only of what changes after it has come to stand in the page.
    setTimeout(() => line.replaceChildren(...content.map((part) => part ?? "")));
  };
  const show = (state: string) => {
    section.dataset["state"] = state;
    button.setAttribute("aria-disabled", String(state === "loading"));
    button.hidden = state === "live";
  };

  return {
    loading: () => {
      known = undefined;
      show("loading");
      say(loading);
    },
    live: (count) => {
      show("live");
      if (known !== count) say(known === undefined ? joined : updated.replace("{count}", String(count)));
      known = count;
    },
    failed: () => {
      known = undefined;
      show("failed");
      say(failed, " ", toLink(discussions, link));
    },
    newer: () => say(newer),
  };
}

function toLink(address: string, text = address): HTMLAnchorElement {
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.textContent = text;
  return anchor;
}
