import { configDefaults, defineConfig } from "vitest/config";

const heavyTests = "tests/heavy/**/*.test.{ts,tsx}";

/** `vitest run` for the quick tests; `vitest run --mode heavy` for those that kill, fuzz and fill the disk. */
export default defineConfig(({ mode }) => {
  const isHeavy = mode === "heavy";
  return {
    esbuild: { jsx: "automatic", jsxImportSource: "preact" },
    test: {
      include: isHeavy ? [heavyTests] : ["tests/**/*.test.{ts,tsx}"],
      exclude: isHeavy ? configDefaults.exclude : [...configDefaults.exclude, heavyTests],
      // A test that is about time zones sets its own; all others read the same clock on every machine.
      env: { TZ: "UTC" },
      globalSetup: ["tests/support/prepare-browser.ts", "tests/support/sample-site.ts"],
      pool: "forks",
      // One more than the cores of a small machine: a third of the time is spent waiting for pages and servers.
      maxWorkers: 3,
      testTimeout: isHeavy ? 1_800_000 : 30_000,
      hookTimeout: isHeavy ? 600_000 : 120_000,
      // `.ci/run` takes its last line from the file.
      reporters: process.env.CI ? ["default", ["json", { outputFile: ".cache/test-results.json" }]] : ["default"],
    },
  };
});
