/** Kinds of things that have an id of their own. */
export type NodeKind = "D" | "DC";

/** An id as GitHub's: opaque, so that nobody is tempted to take it apart. */
export function toNodeId(kind: NodeKind, number: number, serial = 0): string {
  return `${kind}_${Buffer.from(`${number}:${serial}`).toString("base64url")}`;
}

export type ParsedNodeId = { readonly kind: NodeKind; readonly number: number; readonly serial: number };

export function parseNodeId(id: string): ParsedNodeId | undefined {
  const [, kind, code = ""] = /^(DC?)_([\w-]+)$/.exec(id) ?? [];
  const [, number, serial] = /^(\d+):(\d+)$/.exec(Buffer.from(code, "base64url").toString("utf8")) ?? [];
  if ((kind !== "D" && kind !== "DC") || number === undefined) return undefined;
  return { kind, number: Number(number), serial: Number(serial) };
}

/** The number in `#discussioncomment-…`; it must fit into 32 bits. */
export function toDatabaseId(number: number, serial: number): number {
  return number * 10_000 + serial;
}
