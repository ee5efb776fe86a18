import type { Finding, FindingKind } from "../../finding.ts";
import { createExcerpt, createGroup, type Excerpt, type FindingGroup, type PlacedFinding } from "./excerpt.ts";
import type { ReportRecord } from "./report-records.ts";

/** What the report to be read says of all items, bounded whatever their number. */
export type Collected = {
  readonly drafts: Excerpt<{ title: string; path: string }>;
  /** Texts; of attachments and menu items there may be thousands, and the table of what came has their reasons. */
  readonly skipped: Excerpt<{ key: string; title: string | undefined; status: string; reason: string }>;
  readonly kept: Excerpt<PlacedFinding>;
  readonly repairs: Excerpt<PlacedFinding>;
  readonly findings: ReadonlyMap<FindingKind, FindingGroup>;
  /** Each address once, with the first item that has it. */
  readonly missing: Excerpt<{ from: string; reason: string; place: string }>;
  readonly gone: Excerpt<{ from: string; reason: string }>;
  readonly frameHosts: ReadonlySet<string>;
  readonly imageHosts: ReadonlySet<string>;
};

export type Collector = { readonly add: (record: ReportRecord) => void; readonly collected: Collected };

const mostHosts = 100;

export function createCollector(): Collector {
  const drafts = createExcerpt<Collected["drafts"]["rows"][number]>();
  const skipped = createExcerpt<Collected["skipped"]["rows"][number]>();
  const kept = createExcerpt<PlacedFinding>();
  const repairs = createExcerpt<PlacedFinding>();
  const missing = createExcerpt<Collected["missing"]["rows"][number]>();
  const addresses = new Set<string>();
  const gone = createExcerpt<Collected["gone"]["rows"][number]>();
  const findings = new Map<FindingKind, ReturnType<typeof createGroup>>();
  const frameHosts = new Set<string>();
  const imageHosts = new Set<string>();
  const addFinding = (finding: PlacedFinding): void => {
    addHost(frameHosts, toFrameHost(finding));
    if (finding.kind === "file") return kept.add(finding);
    if (finding.outcome === "repaired") return repairs.add(finding);
    const own = findings.get(finding.kind) ?? createGroup();
    findings.set(finding.kind, own);
    own.add(finding);
  };
  const add = (record: ReportRecord): void => {
    const { item, place } = record;
    if (item?.outcome.kind === "skipped" && !isPart(item.type)) {
      const { key, title, status } = item;
      skipped.add({ key, title, status, reason: item.outcome.reason });
    }
    if (item?.outcome.kind === "written" && item.outcome.isDraft) {
      drafts.add({ title: item.title ?? "", path: item.outcome.path });
    }
    for (const row of record.media) {
      if (!("reason" in row)) continue;
      if (!addresses.has(row.from)) missing.add({ from: row.from, reason: row.reason, place });
      addresses.add(row.from);
      addHost(imageHosts, toHost(row.from));
    }
    for (const row of record.urls) if ("reason" in row) gone.add(row);
    for (const finding of record.findings) addFinding({ ...finding, place });
  };
  return { add, collected: { drafts, skipped, kept, repairs, findings, missing, gone, frameHosts, imageHosts } };
}

function isPart(type: string): boolean {
  return type === "attachment" || type === "nav_menu_item";
}

function addHost(hosts: Set<string>, host: string | undefined): void {
  if (host !== undefined && hosts.size < mostHosts) hosts.add(host);
}

/** A frame's finding names the host that the setting needs. */
function toFrameHost({ kind, note }: Finding): string | undefined {
  return kind === "embed" ? /`frameHosts`[^"]*"([\w.:[\]-]+)"/.exec(note ?? "")?.[1] : undefined;
}

function toHost(address: string): string | undefined {
  const full = address.startsWith("//") ? `https:${address}` : address;
  return /^https?:/i.test(full) && URL.canParse(full) ? new URL(full).host : undefined;
}
