import { schema as github } from "@octokit/graphql-schema";
import {
  buildSchema,
  execute,
  getOperationAST,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from "graphql";
import { measureQuery } from "./measure-query.ts";
import { toRoot } from "./root.ts";
import type { World } from "./world.ts";

export type GraphqlRequest = {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
};

export type GraphqlAnswer = { data?: unknown; errors?: readonly object[] };

let built: GraphQLSchema | undefined;

/** GitHub's own schema; read and built when it is first needed. */
function loadSchema(): GraphQLSchema {
  return (built ??= buildSchema(github.idl, { assumeValidSDL: true, noLocation: true }));
}

const parsed = new Map<string, DocumentNode>();

/** Answers as GitHub does; `charge` hears what the query costs before it is run. */
export async function answerQuery(
  request: GraphqlRequest,
  world: World,
  charge: (points: number) => void,
): Promise<GraphqlAnswer> {
  const schema = loadSchema();
  try {
    const document = parseQuery(request.query, schema);
    const operation = getOperationAST(document, request.operationName);
    if (!operation) throw new GraphQLError("An operation name is required");
    charge(measureQuery(schema, document, operation, request.variables).points);
    const { operationName, variables } = request;
    const rootValue = toRoot(world);
    const result = await execute({
      schema,
      document,
      rootValue,
      contextValue: world,
      variableValues: variables,
      operationName,
    });
    return {
      ...(result.data !== undefined && { data: result.data }),
      ...(result.errors && { errors: result.errors.map(toError) }),
    };
  } catch (error) {
    if (error instanceof InvalidQuery) return { errors: error.errors.map(toError) };
    if (error instanceof GraphQLError) return { errors: [toError(error)] };
    throw error;
  }
}

class InvalidQuery extends Error {
  readonly errors: readonly GraphQLError[];
  constructor(errors: readonly GraphQLError[]) {
    super("invalid query");
    this.errors = errors;
  }
}

function parseQuery(query: string, schema: GraphQLSchema): DocumentNode {
  const known = parsed.get(query);
  if (known) return known;
  const document = parse(query);
  const errors = validate(schema, document);
  if (errors.length > 0) throw new InvalidQuery(errors);
  parsed.set(query, document);
  return document;
}

/** GitHub puts the kind of an error beside its message. */
function toError(error: GraphQLError): GraphQLFormattedError {
  const { extensions, ...plain } = error.toJSON();
  return { ...(typeof extensions?.type === "string" && { type: extensions.type }), ...plain };
}
