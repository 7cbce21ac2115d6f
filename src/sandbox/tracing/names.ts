/** What the names of a program stand for: the bundler puts constants, and what is used once right behind its declaration, in their places. */
import { childOf, childrenOf, isFunction, listOf, type Tree } from "./tree.ts";

type Variable = {
  /** The value it is declared with; null where the declaration has none, undefined where it is no variable of one value. */
  readonly value: Tree | null | undefined;
  readonly declarator: Tree | undefined;
  readonly uses: Tree[];
  isWritten: boolean;
};
type Scope = Map<string, Variable>;

export type Names = {
  /** What stands in the place of a use; null for undefined. */
  readonly values: ReadonlyMap<Tree, Tree | null>;
  /** The uses in whose place the declared value itself stands; elsewhere it is the same value, written where the name was. */
  readonly moved: ReadonlySet<Tree>;
  /** The declarators of which the bundle keeps nothing. */
  readonly dropped: ReadonlySet<Tree>;
};

const PRIMITIVES = ["number", "boolean"];

/** Of a value that the bundler writes wherever a constant of it is used. */
function isPlain(node: Tree): boolean {
  if (node.type === "ParenthesizedExpression") return isPlain(childOf(node, "expression"));
  if (node.type === "Identifier") return node["name"] === "undefined";
  if (node.type === "Literal")
    return node["value"] === null ? node["raw"] === "null" : PRIMITIVES.includes(typeof node["value"]);
  return node.type === "UnaryExpression" && node["operator"] !== "delete" && isPlain(childOf(node, "argument"));
}

/** Of a value that may move past anything. */
const isPrimitive = (node: Tree | null): boolean =>
  node === null || isPlain(node) || (node.type === "Literal" && node["regex"] === undefined);

export function readNames(root: Tree): Names {
  const variables: Variable[] = [];
  const lists: (readonly Tree[])[] = [];
  readScope(root, [new Map()], variables, lists);
  const values = new Map<Tree, Tree | null>();
  const dropped = new Set<Tree>();
  const moved = new Set<Tree>();
  const constants = new Set(lists.slice(1).flatMap(constantsIn));
  for (const { value, declarator, uses, isWritten } of variables) {
    if (declarator === undefined || isWritten || value === undefined) continue;
    const isConstant = value !== null && constants.has(declarator);
    if (isConstant || (uses.length === 0 && isPrimitive(value))) dropped.add(declarator);
    if (isConstant) for (const use of uses) values.set(use, value);
  }
  const once = new Map<Tree, Variable>();
  for (const one of variables)
    if (one.declarator && !one.isWritten && one.uses.length === 1) once.set(one.declarator, one);
  for (const list of lists.slice(1)) {
    for (let at = list.length - 2; at >= 0; at--) {
      for (const declarator of declaratorsIn(list[at]).toReversed()) {
        const { value, uses: [use] = [] } = once.get(declarator) ?? {};
        const next = list.slice(at + 1).find((statement) => !isGone(statement, dropped));
        const tested = next && testedIn(next);
        if (value === undefined || !use || !tested || dropped.has(declarator)) continue;
        if (isPrimitive(value) ? !holds(tested, use, values) : value && firstIn(tested, value, values) !== use)
          continue;
        values.set(use, value);
        moved.add(use);
        dropped.add(declarator);
      }
    }
  }
  return { values, moved, dropped };
}

const declaratorsIn = (statement: Tree | undefined) =>
  statement?.type === "VariableDeclaration" ? listOf(statement, "declarations") : [];

/** The declarators of plain constants that stand before all other statements of a list: the bundler writes their values wherever they are used. */
function constantsIn(list: readonly Tree[]): readonly Tree[] {
  const found: Tree[] = [];
  for (const statement of list) {
    if (statement.type === "EmptyStatement" || typeof statement["directive"] === "string") continue;
    if (statement.type !== "VariableDeclaration") return found;
    for (const declarator of declaratorsIn(statement)) {
      const init = declarator["init"] ? childOf(declarator, "init") : null;
      if (childOf(declarator, "id").type !== "Identifier") return found;
      if (init && statement["kind"] === "const" && isPlain(init)) found.push(declarator);
      else if (init && !doesNothing(init)) return found;
    }
  }
  return found;
}

function doesNothing(init: Tree): boolean {
  if (init.type === "ArrayExpression") return listOf(init, "elements").every(doesNothing);
  if (init.type === "ObjectExpression") return listOf(init, "properties").length === 0;
  return /^(?:Arrow)?FunctionExpression$/.test(init.type) || (init.type === "Literal" && !isPlain(init));
}

const isGone = (statement: Tree, dropped: ReadonlySet<Tree>) =>
  statement.type === "EmptyStatement" ||
  (statement.type === "VariableDeclaration" && listOf(statement, "declarations").every((one) => dropped.has(one)));

/** The expression of a statement that the bundler puts a value into. */
function testedIn(statement: Tree): Tree | undefined {
  switch (statement.type) {
    case "ExpressionStatement":
      return childOf(statement, "expression");
    case "ReturnStatement":
    case "ThrowStatement":
      return statement["argument"] ? childOf(statement, "argument") : undefined;
    case "IfStatement":
      return childOf(statement, "test");
    case "SwitchStatement":
      return childOf(statement, "discriminant");
    case "VariableDeclaration": {
      const [first] = listOf(statement, "declarations");
      return first?.["init"] && childOf(first, "id").type === "Identifier" ? childOf(first, "init") : undefined;
    }
    default:
      return undefined;
  }
}

/** What of an expression the bundler does not look into. */
function insideOf(node: Tree): readonly Tree[] {
  if (isFunction(node)) return [];
  switch (node.type) {
    case "AssignmentExpression":
      return childOf(node, "left").type === "Identifier" ? [childOf(node, "right")] : [];
    case "UnaryExpression":
      return node["operator"] === "delete" ? [] : childrenOf(node);
    case "NewExpression":
    case "UpdateExpression":
    case "ClassExpression":
      return [];
    default:
      return childrenOf(node);
  }
}

function holds(node: Tree, use: Tree, values: Names["values"]): boolean {
  if (node === use) return true;
  const value = values.get(node);
  return value ? holds(value, use, values) : insideOf(node).some((child) => holds(child, use, values));
}

const FIRST = ["object", "callee", "tag", "left", "test", "argument", "expression", "expressions", "elements", "right"];

/** The name that an expression begins with; what a method is read from stays before its call. */
function firstIn(node: Tree, value: Tree, values: Names["values"]): Tree | undefined {
  for (let at: Tree | undefined = node; at !== undefined; ) {
    const inside = insideOf(at);
    const moved = values.get(at);
    if (at.type === "Identifier" && !moved) return at;
    const member = FIRST.find((name) => listOf(at as Tree, name).length > 0 || inside.includes(at?.[name] as Tree));
    if (moved) at = moved;
    else if (member === undefined || inside.length === 0) return undefined;
    else if (member === "callee" && value.type === "MemberExpression" && childOf(at, member).type === "Identifier")
      return undefined;
    else at = Array.isArray(at[member]) ? listOf(at, member)[0] : childOf(at, member);
  }
  return undefined;
}

const isBlock = ({ type }: Tree) =>
  /^(?:BlockStatement|StaticBlock|Program|For(?:In|Of)?Statement|SwitchStatement|CatchClause)$/.test(type);

function readScope(node: Tree, scopes: readonly Scope[], variables: Variable[], lists: (readonly Tree[])[]): void {
  const scope: Scope = isFunction(node) || isBlock(node) ? new Map() : (scopes.at(-1) as Scope);
  const inner = scope === scopes.at(-1) ? scopes : [...scopes, scope];
  if (isFunction(node) || isBlock(node)) {
    if (Array.isArray(node["body"])) lists.push(listOf(node, "body"));
    declareIn(node, scope, variables);
  }
  const written = (target: Tree) => {
    const variable = target.type === "Identifier" ? lookUp(target, inner) : undefined;
    if (variable) variable.isWritten = true;
  };
  if (node.type === "AssignmentExpression") namesOf(childOf(node, "left")).forEach(written);
  if (node.type === "UpdateExpression") written(childOf(node, "argument"));
  if (node.type === "ForInStatement" || node.type === "ForOfStatement") namesOf(childOf(node, "left")).forEach(written);
  if (node.type === "Identifier") lookUp(node, inner)?.uses.push(node);
  for (const child of childrenOf(node)) {
    if (isKey(child, node)) continue;
    if (node.type === "VariableDeclarator" && child === node["id"] && child.type === "Identifier") continue;
    readScope(child, inner, variables, lists);
  }
}

const isKey = (child: Tree, node: Tree) =>
  node["computed"] !== true &&
  (child === node["key"] || (node.type === "MemberExpression" && child === node["property"]));

const lookUp = (name: Tree, scopes: readonly Scope[]) =>
  scopes.findLast((scope) => scope.has(String(name["name"])))?.get(String(name["name"]));

/** Declares the names of a block or a function; what is declared by `var` inside a block counts as declared there. */
function declareIn(node: Tree, scope: Scope, variables: Variable[]): void {
  const add = (name: Tree, variable: Partial<Variable>) => {
    const whole = {
      value: undefined,
      declarator: undefined,
      uses: [],
      isWritten: scope.has(String(name["name"])),
      ...variable,
    };
    scope.set(String(name["name"]), whole);
    variables.push(whole);
  };
  for (const parameter of listOf(node, "params")) for (const name of namesOf(parameter)) add(name, {});
  if (node["param"]) for (const name of namesOf(childOf(node, "param"))) add(name, {});
  const statements = Array.isArray(node["body"]) ? listOf(node, "body") : [node["init"], node["left"]];
  const cases = listOf(node, "cases").flatMap((one) => listOf(one, "consequent"));
  for (const statement of [...(statements as readonly Tree[]), ...cases]) {
    if (statement?.type === "FunctionDeclaration" || statement?.type === "ClassDeclaration")
      add(childOf(statement, "id"), {});
    if (statement?.type !== "VariableDeclaration") continue;
    for (const declarator of listOf(statement, "declarations")) {
      const id = childOf(declarator, "id");
      const isPlainName = id.type === "Identifier" && statement !== node["left"] && statement !== node["init"];
      const value = declarator["init"] ? childOf(declarator, "init") : null;
      if (isPlainName && statement["kind"] !== "var") add(id, { value, declarator });
      else for (const name of namesOf(id)) add(name, {});
    }
  }
}

/** The names that a pattern or a declaration binds. */
function namesOf(target: Tree): readonly Tree[] {
  switch (target.type) {
    case "Identifier":
      return [target];
    case "VariableDeclaration":
      return listOf(target, "declarations").flatMap((one) => namesOf(childOf(one, "id")));
    case "ObjectPattern":
      return listOf(target, "properties").flatMap((one) =>
        namesOf(one.type === "RestElement" ? one : childOf(one, "value")),
      );
    case "ArrayPattern":
      return listOf(target, "elements").flatMap(namesOf);
    case "AssignmentPattern":
      return namesOf(childOf(target, "left"));
    case "RestElement":
      return namesOf(childOf(target, "argument"));
    default:
      return [];
  }
}
