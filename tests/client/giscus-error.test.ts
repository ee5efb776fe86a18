import { expect, test } from "vitest";
import { isFailure } from "../../client/giscus-error.ts";

test.each([
  ["Discussion not found", false],
  ["State has expired (user signed out).", false],
  ["Bad credentials", false],
  ["Invalid state value.", false],
  ["API rate limit exceeded for a/b. Sign in to increase the rate limit", true],
  ["giscus is not installed on this repository", true],
  ["fetch failed", true],
])("%s", (error, failure) => {
  expect(isFailure(error)).toBe(failure);
});
