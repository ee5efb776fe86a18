/** One result: `data` asks for what it shows. */
export type Hit = { readonly id: string; readonly data: string };

/** What Pagefind tells of a result; nothing of it is trusted to be HTML. */
export type Fragment = {
  readonly url: string;
  readonly excerpt: string;
  /** The whole text that the excerpt is from. */
  readonly content: string;
  readonly meta: { readonly title?: string };
  readonly sub_results: readonly {
    readonly url: string;
    readonly title: string;
    /** The heading that the section begins with; none for what stands before the first. */
    readonly anchor?: { readonly element: string };
  }[];
};

export type Pagefind = {
  /** Best first; `null` finds everything. */
  readonly search: (query: string | null) => Promise<readonly Hit[]>;
  readonly load: (hit: Hit) => Promise<Fragment>;
};

/** An answer to a call; who called knows what it is. */
type Reply = { readonly id: number; readonly result: never; readonly error?: string };

type Waiting = { readonly resolve: (result: never) => void; readonly reject: (error: Error) => void };

type Call = <Result>(method: string, ...args: readonly unknown[]) => Promise<Result>;

/**
 * Starts Pagefind's own worker and speaks to it as `pagefind.js` does, for two reasons: that script takes the language
 * of a query from the page alone, and it is 12 kB more. `bundle` is the address of the index, `lead` the language in
 * which a query's words are taken apart, `others` those that are searched besides.
 */
export async function startPagefind(bundle: string, lead: string, others: readonly string[]): Promise<Pagefind> {
  const worker = new Worker(`${bundle}pagefind-worker.js`);
  const call = createCaller(worker);
  try {
    await call("init", { basePath: bundle, language: lead, primary: true });
    // `init` is answered before anything is loaded; this is answered when the language is there, or cannot be had.
    await call("filters");
    const address = new URL(bundle, location.href).href;
    await Promise.all(others.map((language) => call("mergeIndex", address, { language })));
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return {
    search: async (query) => (await call<{ readonly results: readonly Hit[] }>("search", query, {})).results,
    load: ({ data }) => call("getData", data),
  };
}

function createCaller(worker: Worker): Call {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  worker.addEventListener("message", ({ data: { id, result, error } }: MessageEvent<Reply>) => {
    if (error === undefined) waiting.get(id)?.resolve(result);
    else waiting.get(id)?.reject(new Error(error));
    waiting.delete(id);
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    for (const { reject } of waiting.values()) reject(new Error(event.message || "its script is not there"));
    waiting.clear();
  });
  return (method, ...args) =>
    new Promise((resolve, reject) => {
      calls += 1;
      waiting.set(calls, { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
      worker.postMessage({ id: calls, method, args });
    });
}
