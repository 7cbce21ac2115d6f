/** The syntax tree of generated code, as much of it as tracing looks at. */
import { parse } from "acorn";

/** An ESTree node: `start` and `end` are offsets, the other members depend on `type`. */
export type Tree = {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [member: string]: unknown;
};

const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && "type" in value && "start" in value;

export function childrenOf(node: Tree): readonly Tree[] {
  return Object.values(node)
    .flatMap((member) => (Array.isArray(member) ? member : [member]))
    .filter(isTree);
}

/** Whether code inside runs in a frame of its own. */
export const isFunction = ({ type }: Tree): boolean => /Function|^StaticBlock$|^PropertyDefinition$/.test(type);

/** The child of that name. */
export function childOf(node: Tree, name: string): Tree {
  const child = node[name];
  if (!isTree(child)) throw new TypeError(`A ${node.type} has no ${name}.`);
  return child;
}

export function listOf(node: Tree, name: string): readonly Tree[] {
  const list = node[name];
  return Array.isArray(list) ? list.filter(isTree) : [];
}

/** A tree is walked by calls, as deep as it is; in every browser there is room for so many. */
const MOST_LEVELS = 500;

/** Null for code that the parser does not read, though the engine does, and for a tree that is too deep to be walked. */
export function parsedCode(code: string): Tree | null {
  try {
    const options = { preserveParens: true, allowReturnOutsideFunction: true };
    const tree = parse(code, { ecmaVersion: "latest", sourceType: "script", ...options }) as unknown as Tree;
    return isDeep(tree) ? null : tree;
  } catch {
    return null;
  }
}

function isDeep(tree: Tree): boolean {
  let nodes: readonly Tree[] = [tree];
  for (let level = 0; nodes.length > 0; level++) {
    if (level > MOST_LEVELS) return true;
    nodes = nodes.flatMap(childrenOf);
  }
  return false;
}
