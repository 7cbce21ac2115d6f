/** Walks WebAssembly code as binaryen holds it: each expression after its operands, and in its place what the visitor gives. */
import binaryen from "binaryen";

export type Expression = number;

type Accessors = { readonly [Method: string]: (expression: Expression, ...rest: number[]) => number };
/** binaryen's accessors have no types of their own. */
const accessors = binaryen as unknown as { readonly [Kind: string]: Accessors };
const ids = binaryen as unknown as { readonly [Id: `${string}Id`]: number };

/** The operands of each kind of expression that the engine's code has; a kind that is not here fails the build. */
const OPERANDS: { readonly [Kind: string]: readonly string[] } = {
  Block: ["Child"],
  Break: ["Condition", "Value"],
  Binary: ["Left", "Right"],
  Call: ["Operand"],
  CallIndirect: ["Target", "Operand"],
  Const: [],
  Drop: ["Value"],
  GlobalGet: [],
  GlobalSet: ["Value"],
  If: ["Condition", "IfTrue", "IfFalse"],
  Load: ["Ptr"],
  LocalGet: [],
  LocalSet: ["Value"],
  Loop: ["Body"],
  MemoryCopy: ["Dest", "Source", "Size"],
  MemoryFill: ["Dest", "Value", "Size"],
  MemoryGrow: ["Delta"],
  MemorySize: [],
  Nop: [],
  Return: ["Value"],
  Select: ["IfTrue", "IfFalse", "Condition"],
  Store: ["Ptr", "Value"],
  Switch: ["Condition", "Value"],
  Unary: ["Value"],
  Unreachable: [],
};
const LISTS: { readonly [Operand: string]: string } = { Child: "getNumChildren", Operand: "getNumOperands" };
const KINDS = new Map(Object.keys(OPERANDS).map((kind) => [ids[`${kind}Id`], kind]));

const accessor = (kind: string, method: string) => {
  const found = accessors[kind]?.[method];
  if (!found) throw new Error(`binaryen no longer has ${kind}.${method}.`);
  return found;
};

const kindOf = (expression: Expression): string =>
  KINDS.get(binaryen.getExpressionId(expression)) ?? "of a kind that is not expected";

/** A member of an expression, e.g. `read(get, "LocalGet", "Index")`; 0 for an operand that is not there. */
export const read = (expression: Expression, kind: string, member: string): number =>
  accessor(kind, `get${member}`)(expression);

export const write = (expression: Expression, kind: string, member: string, value: number): void => {
  accessor(kind, `set${member}`)(expression, value);
};

export const isTee = (localSet: Expression): boolean => Boolean(accessor("LocalSet", "isTee")(localSet));

/** @param visit is given each expression once its operands are done, and gives what takes its place, or the same. */
export function rewrite(root: Expression, visit: (expression: Expression, kind: string) => Expression): Expression {
  const kind = kindOf(root);
  const operands = OPERANDS[kind];
  if (!operands) throw new Error(`The engine has an expression ${kind}: ${binaryen.getExpressionId(root)}.`);
  for (const operand of operands) {
    const count = LISTS[operand];
    const places = count ? Array.from({ length: accessor(kind, count)(root) }, (_, index) => index) : [null];
    for (const place of places) {
      const at = place === null ? [] : [place];
      const suffix = place === null ? "" : "At";
      const old = accessor(kind, `get${operand}${suffix}`)(root, ...at);
      if (old === 0) continue;
      const made = rewrite(old, visit);
      if (made !== old) accessor(kind, `set${operand}${suffix}`)(root, ...at, made);
    }
  }
  return visit(root, kind);
}

/** How many expressions. */
export function sizeOf(root: Expression): number {
  let size = 0;
  rewrite(root, (expression) => {
    size += 1;
    return expression;
  });
  return size;
}
