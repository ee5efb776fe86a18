import { execFileSync } from "node:child_process";
import { Settings } from "luxon";
import { afterEach, describe, expect, test } from "vitest";
import { isTimeZone, parseDate } from "../../src/lib/date.ts";
import { dateTable } from "./date-table.ts";

const read = (written: string, zone: string): string => {
  const parsed = parseDate(written, zone);
  return "date" in parsed ? parsed.date.toJSDate().toISOString() : parsed.mistake;
};

describe("parseDate", () => {
  const now = Settings.now;
  afterEach(() => {
    Settings.now = now;
  });

  test.each(dateTable)("takes %j in %s for %s", (written, zone, meaning) => expect(read(written, zone)).toBe(meaning));

  test.each(["2026-01-15T12:00:00Z", "2026-07-15T12:00:00Z"])("reads the same when asked at %s", (time) => {
    Settings.now = () => Date.parse(time);
    expect(dateTable.map(([written, zone]) => read(written, zone))).toEqual(dateTable.map(([, , meaning]) => meaning));
  });

  test("gives the date in the blog's zone", () => {
    const parsed = parseDate("2026-01-01 00:30 +0000", "America/New_York");
    expect("date" in parsed && parsed.date.toISO()).toBe("2025-12-31T19:30:00.000-05:00");
  });
});

describe("on machines elsewhere, in another language", () => {
  const script = `
    import { parseDate } from "./src/lib/date.ts";
    import { dateTable } from "./tests/lib/date-table.ts";
    const read = ([written, zone]) => {
      const parsed = parseDate(written, zone);
      return "date" in parsed ? parsed.date.toISO() + parsed.date.toFormat(" d MMMM") : parsed.mistake;
    };
    console.log(JSON.stringify({ offset: new Date(0).getTimezoneOffset(), dates: dateTable.map(read) }));
  `;
  const run = (zone: string, language: string): { offset: number; dates: string[] } => {
    const env = { ...process.env, TZ: zone, LC_ALL: language, NODE_OPTIONS: "" };
    const args = ["--import", "tsx", "--input-type=module", "--eval", script];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", env }));
  };

  test("every date is the same", { timeout: 60_000 }, () => {
    const expected = run("UTC", "C");
    expect(expected.dates[1]).toBe("2026-01-31T00:00:00.000+01:00 31 January");
    for (const zone of ["America/Los_Angeles", "Asia/Kolkata", "Pacific/Kiritimati"]) {
      const elsewhere = run(zone, "ar_EG.UTF-8");
      expect(elsewhere.offset).not.toBe(0);
      expect(elsewhere.dates).toEqual(expected.dates);
    }
  });
});

test.each([
  ["UTC", true],
  ["Europe/Berlin", true],
  ["local", false],
  ["system", false],
  ["default", false],
  ["+03:00", false],
  ["Europe/Berlim", false],
  ["", false],
])("isTimeZone(%j) is %s", (name, is) => expect(isTimeZone(name)).toBe(is));
