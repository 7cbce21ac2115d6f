/** Which functions of a WebAssembly module every circle of its calls leads through. */
import binaryen from "binaryen";
import { read, rewrite } from "./expressions.ts";

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

const signature = (params: number, results: number) => `${binaryen.expandType(params)} to ${results}`;

/** Calls through the table reach every function of it that has their type. */
function callGraph(module: binaryen.Module): Graph {
  const infos = Array.from({ length: module.getNumFunctions() }, (_, index) =>
    binaryen.getFunctionInfo(module.getFunctionByIndex(index)),
  );
  const own = infos.filter(({ base }) => base === "" || base === null);
  const types = new Map(infos.map(({ name, params, results }) => [name, signature(params, results)]));
  const inTable = new Map<string, string[]>();
  for (let index = 0; index < module.getNumElementSegments(); index++) {
    for (const name of binaryen.getElementSegmentInfo(module.getElementSegmentByIndex(index)).data) {
      const type = types.get(name) ?? "";
      inTable.set(type, [...(inTable.get(type) ?? []), name]);
    }
  }
  return new Map(
    own.map(({ name, body }) => {
      const called = new Set<string>();
      rewrite(body, (expression, kind) => {
        if (kind === "Call") called.add((binaryen.getExpressionInfo(expression) as binaryen.CallInfo).target);
        if (kind === "CallIndirect") {
          const type = signature(read(expression, kind, "Params"), read(expression, kind, "Results"));
          for (const target of inTable.get(type) ?? []) called.add(target);
        }
        return expression;
      });
      return [name, called];
    }),
  );
}

/**
 * Functions without which none could come back to itself: `first`, and few others, those that most ways lead through.
 * Of the least such set nobody knows how to find it soon; this takes the busiest function of each circle until none is left.
 */
export function cycleBreakers(module: binaryen.Module, first: string): readonly string[] {
  const graph = callGraph(module);
  const breakers = [first];
  const open = [new Set([...graph.keys()].filter((name) => name !== first))];
  for (let names = open.pop(); names; names = open.pop()) {
    for (const circle of circlesAmong(graph, names)) {
      const busiest = busiestOf(graph, circle);
      breakers.push(busiest);
      circle.delete(busiest);
      open.push(circle);
    }
  }
  return breakers;
}

function busiestOf(graph: Graph, circle: ReadonlySet<string>): string {
  const calls = new Map([...circle].map((name) => [name, { out: 0, in: 0 }]));
  for (const name of circle) {
    for (const callee of graph.get(name) ?? []) {
      const called = calls.get(callee);
      const calling = calls.get(name);
      if (!called || !calling) continue;
      // One that calls itself has to be taken sooner or later.
      if (callee === name) return name;
      called.in += 1;
      calling.out += 1;
    }
  }
  const [first] = [...calls].sort(([, a], [, b]) => b.in * b.out - a.in * a.out);
  return first?.[0] ?? "";
}

/** The strongly connected components that are circles (Tarjan), without recursion of its own. */
function circlesAmong(graph: Graph, names: ReadonlySet<string>): readonly Set<string>[] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const circles: Set<string>[] = [];
  const lower = (name: string, to: number) => lowest.set(name, Math.min(lowest.get(name) ?? to, to));
  const enter = (name: string) => {
    lower(name, order.size);
    order.set(name, order.size);
    open.push(name);
    isOpen.add(name);
    return { name, callees: [...(graph.get(name) ?? [])].filter((callee) => names.has(callee)).values() };
  };
  const close = (name: string) => {
    if (lowest.get(name) !== order.get(name)) return;
    const component = open.splice(open.lastIndexOf(name));
    for (const member of component) isOpen.delete(member);
    if (component.length > 1 || graph.get(name)?.has(name)) circles.push(new Set(component));
  };
  for (const root of names) {
    if (order.has(root)) continue;
    const path = [enter(root)];
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const next = at.callees.next();
      if (!next.done) {
        if (!order.has(next.value)) path.push(enter(next.value));
        else if (isOpen.has(next.value)) lower(at.name, order.get(next.value) ?? 0);
        continue;
      }
      path.pop();
      const caller = path.at(-1);
      if (caller) lower(caller.name, lowest.get(at.name) ?? 0);
      close(at.name);
    }
  }
  return circles;
}
