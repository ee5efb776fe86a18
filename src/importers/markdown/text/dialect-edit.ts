import type { Finding } from "../../finding.ts";
import type { Edit } from "./edits.ts";

/** An edit with what there is to say of it. `isToc`: the place of the contents, which the new blog sets itself. */
export type DialectEdit = Edit & { readonly finding?: Omit<Finding, "line">; readonly isToc?: boolean };
