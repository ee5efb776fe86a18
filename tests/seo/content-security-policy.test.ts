import { expect, test } from "vitest";
import { toContentSecurityPolicy } from "../../src/seo/content-security-policy.ts";

const none = { imageHosts: [], frameHosts: [] };

function directive(policy: string, name: string): string | undefined {
  return policy.split("; ").find((it) => it.startsWith(`${name} `));
}

test("only the blog itself is allowed, and nothing inline", () => {
  expect(toContentSecurityPolicy(none, undefined, "production")).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
      "connect-src 'self'; manifest-src 'self'; media-src 'self'; frame-src 'none'; base-uri 'none'; form-action 'self'",
  );
});

test("giscus and the owner's hosts are added where they belong, each once", () => {
  const site = { imageHosts: ["img.example"], frameHosts: ["video.example", "https://giscus.app"] };
  const policy = toContentSecurityPolicy(site, { host: "https://giscus.app" }, "production");
  expect(directive(policy, "img-src")).toBe("img-src 'self' data: img.example");
  expect(directive(policy, "media-src")).toBe("media-src 'self' img.example");
  expect(directive(policy, "frame-src")).toBe("frame-src https://giscus.app video.example");
  expect(directive(policy, "script-src")).toBe("script-src 'self'");
});

test("what runs inline is allowed by the hash of its text alone", () => {
  const policy = toContentSecurityPolicy(none, undefined, "production", ["alert(1)", ""]);
  expect(directive(policy, "script-src")).toBe(
    "script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=' " +
      "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  );
});

test("development may open the reload socket", () => {
  const policy = toContentSecurityPolicy(none, undefined, "development");
  expect(directive(policy, "connect-src")).toBe("connect-src 'self' ws:");
});
