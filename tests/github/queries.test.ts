import { schema } from "@octokit/graphql-schema";
import { buildSchema, parse, validate } from "graphql";
import { expect, test } from "vitest";
import { queries, threadQueries } from "../../src/github/queries.ts";

// A few fields stand twice in the file that GitHub publishes.
const github = buildSchema(schema.idl, { assumeValidSDL: true });

const all = [
  ...Object.entries(queries),
  ...threadQueries.map((query, index) => [`threads of ${index + 1}`, query] as const),
];

test.each(all)("%s is valid against GitHub's own schema", (_name, query) => {
  expect(validate(github, parse(query)).map(({ message }) => message)).toEqual([]);
});
