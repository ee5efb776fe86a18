import {
  getNamedType,
  GraphQLError,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  OperationTypeNode,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

export type Cost = { readonly nodes: number; readonly points: number };

type Walk = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  nodes: number;
  requests: number;
};

const mostNodes = 500_000;

/** What GitHub reckons that a query costs before it runs it; throws where GitHub refuses. */
export function measureQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Cost {
  const walk: Walk = { schema, document, variables, nodes: 0, requests: 0 };
  const root = schema.getRootType(operation.operation);
  if (root) measureSelections(walk, operation.selectionSet, root, 1);
  if (walk.nodes > mostNodes) {
    const count = walk.nodes.toLocaleString("en");
    const message = `This query requests up to ${count} possible nodes which exceeds the maximum limit of 500,000.`;
    throw new GraphQLError(message, { extensions: { type: "MAX_NODE_LIMIT_EXCEEDED" } });
  }
  const mutation = operation.operation === OperationTypeNode.MUTATION ? 5 : 1;
  return { nodes: walk.nodes, points: Math.max(mutation, Math.round(walk.requests / 100)) };
}

function measureSelections(walk: Walk, { selections }: SelectionSetNode, type: GraphQLNamedType, times: number): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      measureField(walk, selection, type, times);
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? findFragment(walk, selection) : selection;
    const name = fragment?.typeCondition?.name.value;
    const inner = name === undefined ? type : walk.schema.getType(name);
    if (fragment && inner) measureSelections(walk, fragment.selectionSet, inner, times);
  }
}

function findFragment({ document }: Walk, { name }: FragmentSpreadNode): FragmentDefinitionNode | undefined {
  return document.definitions
    .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
    .find((definition) => definition.name.value === name.value);
}

function measureField(walk: Walk, field: FieldNode, parent: GraphQLNamedType, times: number): void {
  if (!field.selectionSet || !(isObjectType(parent) || isInterfaceType(parent))) return;
  const definition = parent.getFields()[field.name.value];
  const type = definition && getNamedType(definition.type);
  if (!type || !isCompositeType(type)) return;
  const isPage = type.name.endsWith("Connection") && field.selectionSet.selections.some(isListed);
  const count = isPage ? readBound(walk, field) : 1;
  if (isPage) {
    Object.assign(walk, { nodes: walk.nodes + times * count, requests: walk.requests + times });
  }
  measureSelections(walk, field.selectionSet, type, times * count);
}

function isListed(selection: SelectionSetNode["selections"][number]): boolean {
  return selection.kind === Kind.FIELD && ["nodes", "edges"].includes(selection.name.value);
}

function readBound({ variables }: Walk, { name: { value: name }, arguments: given = [] }: FieldNode): number {
  const bounds = given.filter((argument) => ["first", "last"].includes(argument.name.value));
  for (const { name: bound, value } of bounds) {
    const count = valueFromASTUntyped(value, variables);
    if (typeof count !== "number") continue;
    if (count >= 1 && count <= 100) return count;
    const message = `Requesting ${count} records on the \`${name}\` connection exceeds the \`${bound.value}\` limit of 100 records.`;
    throw new GraphQLError(message, { extensions: { type: "EXCESSIVE_PAGINATION" } });
  }
  const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`;
  throw new GraphQLError(message, { extensions: { type: "MISSING_PAGINATION_BOUNDARIES" } });
}
