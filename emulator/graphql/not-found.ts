import { GraphQLError } from "graphql";

/** As GitHub says it; `type` stands beside the message in the answer. */
export function notFound(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type: "NOT_FOUND" } });
}

export function unprocessable(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type: "UNPROCESSABLE" } });
}

export function forbidden(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type: "FORBIDDEN" } });
}
