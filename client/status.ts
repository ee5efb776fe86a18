/** What the reader sees and hears of the conversation's state. */
export type Status = { readonly loading: () => void; readonly live: () => void; readonly failed: () => void };

/**
 * Texts come from the button, `data-loading` and so on, in the page's language; the section around it gets
 * `data-state`, by which styles can hide what a state has no use for.
 */
export function createStatus(button: HTMLButtonElement): Status {
  const { loading, joined, failed, link, discussions, repo } = button.dataset;
  const section = button.closest("section") ?? document.body;
  const line = document.createElement("p");
  line.className = "join-status";
  line.setAttribute("role", "status");

  const show = (state: string, ...content: (string | Node)[]) => {
    section.dataset["state"] = state;
    if (!line.isConnected) section.append(line);
    button.setAttribute("aria-disabled", String(state === "loading"));
    button.hidden = state === "live";
    // A live region speaks only of what changes after it has come to stand in the page.
    setTimeout(() => line.replaceChildren(...content));
  };

  return {
    loading: () => show("loading", loading ?? "Loading the conversation…"),
    live: () => show("live", joined ?? "The conversation is open."),
    failed: () => {
      const address = discussions ?? `https://github.com/${repo}/discussions`;
      show("failed", `${failed ?? "The conversation could not be loaded here."} `, toLink(address, link));
    },
  };
}

function toLink(address: string, text = "Join it on GitHub"): HTMLAnchorElement {
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.textContent = text;
  return anchor;
}
