import type { PageContext } from "../../src/content/page-context.ts";
import { toOldAddressScript } from "../../src/seo/redirect-script.ts";

/** What leads on from `/?p=12`, on the two pages that a host shows there; nothing on blogs without such addresses. */
export function toEarlyScript({ assets: { oldAddresses } }: PageContext): string | undefined {
  return oldAddresses && toOldAddressScript(oldAddresses.names, oldAddresses.script);
}
