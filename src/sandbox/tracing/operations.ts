/** Which operations of a function are traced, and how: the text that goes around their parts. */
import { childOf, childrenOf, isFunction, listOf, type Tree } from "./tree.ts";

/** Text to put in place of `length` characters at an offset. */
export type Edit = { readonly at: number; readonly length: number; readonly text: string };

/** Of a traced call: it is optional itself. */
const OPTIONAL = 1;

/** @param traced the name of the object whose members `traced-operations.guest.js` defines. */
export function editsOf(body: Tree, code: string, traced: string): readonly Edit[] {
  const edits: Edit[] = [];
  const add = (at: number, text: string, length = 0) => edits.push({ at, length, text });
  const around = ({ start, end }: Tree, word: string, rest = "") => {
    add(start, `${traced}.${word}(`);
    add(end, `${rest})`);
  };

  /** Around the object of a member, with the member's key. @param rest more arguments. */
  const member = (node: Tree, word: string, rest: string) => {
    const object = childOf(node, "object");
    const property = childOf(node, "property");
    if (node["computed"] !== true) return around(object, word, `,${JSON.stringify(property["name"])}${rest}`);
    add(object.start, `${traced}.${word}(`);
    add(object.end, ",", property.start - object.end);
    add(property.end, `${rest})[${traced}.key()]`, node.end - property.end);
  };
  const isTraceable = (node: Tree) =>
    node.type === "MemberExpression" &&
    childOf(node, "object").type !== "Super" &&
    childOf(node, "property").type !== "PrivateIdentifier" &&
    !(node["computed"] === true && node["optional"] === true);

  const called = (node: Tree, given: Tree) => {
    let callee = given;
    while (callee.type === "ParenthesizedExpression") callee = childOf(callee, "expression");
    if (callee.type !== "MemberExpression") callee = given;
    const flags = node["optional"] === true ? OPTIONAL : 0;
    if (callee.type === "Super" || callee.type === "Import") return;
    const link = lastOptional(callee);
    const ended = link === null ? "" : pathOf(link, code);
    if (ended === null) return;
    if (isTraceable(callee)) {
      if (ended === "") return member(callee, "member", `,${flags}`);
      member(callee, "member", `,${flags},${ended}==null`);
      const object = childOf(callee, "object");
      if (callee["optional"] !== true && callee["computed"] !== true) add(object.end, "?");
      return;
    }
    if (
      callee.type === "MemberExpression" ||
      ended !== "" ||
      (callee.type === "Identifier" && callee["name"] === "eval")
    )
      return;
    around(callee, "callee", `,${flags}`);
  };

  const visit = (node: Tree): void => {
    switch (node.type) {
      case "CallExpression":
        called(node, childOf(node, "callee"));
        break;
      case "TaggedTemplateExpression":
        called(node, childOf(node, "tag"));
        break;
      case "NewExpression": {
        const callee = childOf(node, "callee");
        add(callee.start, `(${traced}.constructed(`);
        add(callee.end, "))");
        break;
      }
      case "AssignmentExpression":
        if (isTraceable(childOf(node, "left"))) member(childOf(node, "left"), "target", "");
        break;
      case "UpdateExpression":
        if (isTraceable(childOf(node, "argument"))) member(childOf(node, "argument"), "target", "");
        break;
      case "UnaryExpression": {
        const argument = childOf(node, "argument");
        if (node["operator"] === "delete" && isTraceable(argument)) member(argument, "deleted", "");
        break;
      }
      case "BinaryExpression":
        if (node["operator"] === "instanceof") around(childOf(node, "right"), "kind");
        if (node["operator"] === "in") around(childOf(node, "right"), "holder");
        break;
      case "SpreadElement":
        if (!spreadsOfObjects.has(node)) around(childOf(node, "argument"), "iterable");
        break;
      case "ForOfStatement":
        around(childOf(node, "right"), "iterable");
        break;
      case "ObjectExpression":
        for (const property of listOf(node, "properties")) spreadsOfObjects.add(property);
        break;
    }
    if (node.type === "CallExpression" || node.type === "NewExpression") {
      listOf(node, "arguments").forEach((argument, index) => {
        if (argument.type === "SpreadElement") return;
        add(argument.start, `${traced}.argument(${index},`);
        add(argument.end, ")");
      });
    }
    for (const child of childrenOf(node)) if (!isFunction(child)) visit(child);
  };
  const spreadsOfObjects = new Set<Tree>();
  visit(body);
  return edits;
}

/** The member or call with the last `?.` of a chain; null where it has none. */
function lastOptional(node: Tree): Tree | null {
  for (let at = node; ; ) {
    if (at["optional"] === true) return at;
    if (at.type === "MemberExpression") at = childOf(at, "object");
    else if (at.type === "CallExpression") at = childOf(at, "callee");
    else return null;
  }
}

/** What stands before the link's `?.`, as text to evaluate once more; null where that would do something. */
function pathOf(link: Tree, code: string): string | null {
  const before = childOf(link, link.type === "CallExpression" ? "callee" : "object");
  for (let at = before; at.type !== "Identifier" && at.type !== "ThisExpression"; at = childOf(at, "object")) {
    if (at.type !== "MemberExpression" || at["computed"] === true) return null;
  }
  return code.slice(before.start, before.end);
}
