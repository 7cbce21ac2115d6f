/** Which place production's engine has noted last: goja notes one for most operations, none for literals, and reports a failure at the last. */
import { type Names, readNames } from "./names.ts";
import { childOf, childrenOf, isFunction, listOf, type Tree } from "./tree.ts";

/** The bundler keeps no bracket behind the only statement of an arrow function or of a branch. */
const ENDS_IN_NO_BRACKET = /(?:=>|\bif\s*\([^{}]*\))\s*\{[^{}]*$/u;

/** Thrown where the walk has come to what it looks for. */
class Arrived extends Error {}

type Walk = { last: number; readonly target: Tree };

/** The places that goja notes in the functions of a program, in the order in which it compiles them. */
export class NotedPlaces {
  readonly #root: Tree;
  readonly #code: string;
  readonly #names: Names;

  constructor(root: Tree, code: string) {
    this.#root = root;
    this.#code = code;
    this.#names = readNames(root);
  }

  /** What is around an offset, outermost first. */
  pathTo(offset: number): readonly Tree[] {
    const path: Tree[] = [];
    for (let at: Tree | undefined = this.#root; at !== undefined; ) {
      path.push(at);
      at = childrenOf(at).find(({ start, end }) => start <= offset && offset < end);
    }
    return path;
  }

  /** Where what stands in the place of the name at an offset begins. */
  inlinedAt(offset: number): number | undefined {
    const name = this.pathTo(offset).at(-1);
    const value = name && this.#names.moved.has(name) ? this.#names.values.get(name) : undefined;
    return value ? (this.inlinedAt(startOf(value)) ?? startOf(value)) : undefined;
  }

  /** The offset of the last place when the value of a node has been compiled; of `path` the function around it is taken. */
  behind(path: readonly Tree[], target: Tree): number {
    const around = path.slice(0, path.indexOf(target)).findLast(isFunction) ?? this.#root;
    const walk: Walk = { last: around.start, target };
    try {
      for (const parameter of listOf(around, "params"))
        if (parameter.type !== "Identifier") this.#visit(parameter, walk);
      if (around === this.#root) this.#visit(around, walk);
      else if (around.type === "PropertyDefinition") this.#visit(childOf(around, "value"), walk);
      else if (around.type === "StaticBlock")
        for (const statement of listOf(around, "body")) this.#visit(statement, walk);
      else this.#visit(childOf(around, "body"), walk);
    } catch (error) {
      if (!(error instanceof Arrived)) throw error;
    }
    return walk.last;
  }

  #visit(node: Tree, walk: Walk): void {
    this.#compile(node, walk);
    if (node === walk.target) throw new Arrived();
  }

  #compile(node: Tree, walk: Walk): void {
    const note = (offset: number) => {
      walk.last = this.shown(offset);
    };
    const visit = (...members: readonly string[]) => {
      for (const member of members) {
        const child = node[member];
        if (Array.isArray(child)) for (const one of listOf(node, member)) this.#visit(one, walk);
        else if (child) this.#visit(childOf(node, member), walk);
      }
    };
    switch (node.type) {
      case "Literal":
        return;
      case "Identifier": {
        const value = this.#names.values.get(node);
        if (value) {
          this.#visit(value, walk);
          return;
        }
        if (value === undefined && node["name"] !== "undefined") note(node.start);
        return;
      }
      case "ThisExpression":
      case "ClassDeclaration":
      case "ClassExpression":
        if (node["superClass"]) visit("superClass");
        note(node.start);
        return;
      case "MemberExpression": {
        const property = childOf(node, "property");
        visit("object");
        if (node["computed"] === true) visit("property");
        note(node["computed"] === true ? this.#openBracket(node) : property.start);
        return;
      }
      case "CallExpression":
        this.#callee(childOf(node, "callee"), walk);
        visit("arguments");
        note(this.#code.indexOf("(", childOf(node, "callee").end));
        return;
      case "TaggedTemplateExpression":
        this.#callee(childOf(node, "tag"), walk);
        visit("quasi");
        return;
      case "NewExpression":
        visit("callee", "arguments");
        note(node.start);
        return;
      case "BinaryExpression":
        visit("left", "right");
        if (!this.isConstant(node)) note(startOf(node));
        return;
      case "LogicalExpression":
        visit("left");
        note(startOf(node));
        visit("right");
        return;
      case "AssignmentExpression":
        this.#assignment(node, walk);
        return;
      case "UpdateExpression":
        this.#written(childOf(node, "argument"), walk);
        return;
      case "ObjectExpression":
      case "ArrayExpression":
        note(node.start);
        visit("properties", "elements");
        return;
      case "Property":
        if (node["computed"] === true) visit("key");
        visit("value");
        return;
      case "VariableDeclarator": {
        if (this.#names.dropped.has(node)) return;
        visit("init");
        const id = childOf(node, "id");
        if (id.type !== "Identifier") {
          this.#visit(id, walk);
          return;
        }
        if (node["init"]) note(id.start);
        return;
      }
      case "AssignmentPattern":
        visit("right");
        visit("left");
        return;
      case "ForStatement":
        visit("init", "test", "body", "update");
        return;
      case "ForInStatement":
      case "ForOfStatement":
        visit("right", "left", "body");
        return;
      case "CatchClause":
      case "LabeledStatement":
        visit("body");
        return;
      case "BreakStatement":
      case "ContinueStatement":
        return;
      case "DoWhileStatement":
        visit("body", "test");
        return;
      case "ThrowStatement":
        visit("argument");
        note(node.start);
        return;
      case "SwitchStatement": {
        const cases = listOf(node, "cases");
        visit("discriminant");
        for (const one of cases) if (one["test"]) this.#visit(childOf(one, "test"), walk);
        for (const one of cases) for (const statement of listOf(one, "consequent")) this.#visit(statement, walk);
        return;
      }
      default:
        if (isFunction(node)) return;
        for (const child of childrenOf(node)) this.#visit(child, walk);
    }
  }

  /** What is called is read without a place of its own. */
  #callee(given: Tree, walk: Walk): void {
    let callee = given;
    while (callee.type === "ParenthesizedExpression" || callee.type === "ChainExpression")
      callee = childOf(callee, "expression");
    if (callee.type !== "MemberExpression") {
      this.#visit(given, walk);
      return;
    }
    this.#visit(childOf(callee, "object"), walk);
    if (callee["computed"] === true) this.#visit(childOf(callee, "property"), walk);
    if (callee === walk.target || given === walk.target) throw new Arrived();
  }

  #assignment(node: Tree, walk: Walk): void {
    const left = childOf(node, "left");
    const right = childOf(node, "right");
    if (left.type === "MemberExpression") {
      this.#written(left, walk, right);
      return;
    }
    if (left.type === "Identifier") {
      walk.last = this.shown(left.start);
      this.#visit(right, walk);
      return;
    }
    this.#visit(right, walk);
    this.#visit(left, walk);
  }

  /** A member is written after its value is there, and read before without a place of its own. */
  #written(target: Tree, walk: Walk, value?: Tree): void {
    if (target.type !== "MemberExpression") {
      this.#visit(target, walk);
      return;
    }
    this.#visit(childOf(target, "object"), walk);
    if (target["computed"] === true) this.#visit(childOf(target, "property"), walk);
    if (target === walk.target) throw new Arrived();
    if (value) this.#visit(value, walk);
    walk.last = this.shown(target["computed"] === true ? this.#openBracket(target) : childOf(target, "property").start);
  }

  /** Whether the engine computes it before it runs. */
  isConstant(node: Tree): boolean {
    switch (node.type) {
      case "Literal":
        return node["regex"] === undefined;
      case "Identifier": {
        const value = this.#names.values.get(node);
        return value === null || (value === undefined ? node["name"] === "undefined" : this.isConstant(value));
      }
      case "ParenthesizedExpression":
        return this.isConstant(childOf(node, "expression"));
      case "UnaryExpression":
        return node["operator"] !== "delete" && this.isConstant(childOf(node, "argument"));
      case "BinaryExpression":
        return this.isConstant(childOf(node, "left")) && this.isConstant(childOf(node, "right"));
      default:
        return false;
    }
  }

  #openBracket(member: Tree): number {
    return this.#code.indexOf("[", childOf(member, "object").end);
  }

  /** goja counts columns from one and the bundle's source map from zero: of a single character, the place is that of what stands behind. */
  shown(offset: number): number {
    const word = /^[\p{ID_Continue}$]*/u.exec(this.#code.slice(offset, offset + 2))?.[0] ?? "";
    if (word.length > 1) return offset;
    if (word !== "" && ENDS_IN_NO_BRACKET.test(this.#code.slice(0, offset))) return offset;
    const behind = (word === "" ? /^.[\s(]*/su : /^.[\s;,]*(?=[)\]}])/su).exec(
      this.#code.slice(offset, offset + 1_000),
    );
    return behind ? offset + behind[0].length : offset;
  }
}

/** Where an expression begins, without the parentheses around its first part. */
function startOf(node: Tree): number {
  for (let at = node; ; ) {
    const first = ["left", "object", "callee", "tag", "test"].find((name) => at[name]);
    if (at.type === "ParenthesizedExpression") at = childOf(at, "expression");
    else if (first === undefined || at.type === "NewExpression" || isFunction(at)) return at.start;
    else at = childOf(at, first);
  }
}
