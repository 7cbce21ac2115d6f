import { expect, test } from "vitest";
import type { Json } from "../../workflow/json.ts";
import type { FetchMock } from "../../workflow/run-input.ts";
import { MockSearch } from "./mock-search.ts";
import type { SentRequest } from "./sent-request.ts";

const request = (url: string, sent: Partial<SentRequest> = {}): SentRequest => ({
  ...{ method: "GET", url, headers: null, body: null },
  ...sent,
});

const URL_A = "https://a.test/plan";

/** The address of the mock that answers. */
function found(urls: readonly string[], url: string): string | undefined {
  const answer = new MockSearch(urls.map((one) => ({ url: one }))).answerTo(request(url));
  return typeof answer === "number" ? urls[answer] : undefined;
}

/** What answers each of the requests: a mock's place, or why none does. */
function answers(mocks: readonly FetchMock[], requests: readonly Partial<SentRequest>[]): readonly (number | string)[] {
  const search = new MockSearch(mocks);
  return requests.map((sent) => {
    const answer = search.answerTo(request(URL_A, sent));
    return typeof answer === "object" ? (answer.near ?? answer.text) : answer;
  });
}

test("the very address comes before patterns, wherever they stand", () => {
  const mocks = ["https://a.test/*", "https://a.test/users/{id}", "https://a.test/users/*", "https://a.test/users/1"];
  expect(found(mocks, "https://a.test/users/1")).toBe("https://a.test/users/1");
  expect(found(mocks, "https://a.test/users/2")).toBe("https://a.test/users/{id}");
  expect(found(mocks, "https://a.test/users/2/roles")).toBe("https://a.test/users/*");
  expect(found(mocks, "https://a.test/plan")).toBe("https://a.test/*");
  expect(found(mocks, "https://b.test/plan")).toBeUndefined();
});

test("a part in braces is one part of the path, in the midst of others too", () => {
  const mocks = ["https://a.test/organizations/{code}/users/{id}/roles", "https://a.test/user?id={id}"];
  expect(found(mocks, "https://a.test/organizations/org_1/users/kp_1/roles")).toBe(mocks[0]);
  expect(found(mocks, "https://a.test/organizations/org_1/users/kp_1/x/roles")).toBeUndefined();
  expect(found(mocks, "https://a.test/user?id=kp_1")).toBe(mocks[1]);
  expect(found(mocks, "https://a.test/user?id=kp_1&x=1")).toBe(mocks[1]);
});

test("letters of patterns mean themselves", () => {
  expect(found(["https://a.test/x.json*"], "https://a.test/xajson")).toBeUndefined();
  expect(found(["https://a.test/a*b"], "https://a.test/a*b")).toBe("https://a.test/a*b");
});

/** Patterns against what the same pattern says as a regular expression. */
test("patterns match what a regular expression of theirs matches", () => {
  const parts = ["a", "b", "/", "{x}", "{y}", "ab", "?", "b/"];
  const letters = ["a", "b", "/", "?", "c"];
  let seed = 7;
  const pick = <T>(from: readonly T[]): T => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return from[seed % from.length] as T;
  };
  for (let round = 0; round < 20_000; round++) {
    const address = Array.from({ length: 1 + (round % 6) }, () => pick(parts)).join("") + (round % 3 === 0 ? "*" : "");
    const url = Array.from({ length: 1 + (round % 9) }, () => pick(letters)).join("");
    const source = address.replace(/\{\w\}|\?|\*$/g, (part) =>
      part === "?" ? "\\?" : part === "*" ? "[^]*" : "[^/?#]+",
    );
    expect([address, url, found([address], url) !== undefined]).toEqual([
      address,
      url,
      new RegExp(`^${source}$`).test(url),
    ]);
  }
});

test("of mocks for one address the first that may still answer does: a failure, then the answer", () => {
  const retry = [{ url: URL_A, status: 500, times: 2 }, { url: URL_A }];
  expect(answers(retry, [{}, {}, {}, {}])).toEqual([0, 0, 1, 1]);
  expect(answers([{ url: URL_A, times: 1 }], [{}, {}])).toEqual([
    0,
    "Mock 1 has answered once, and is to answer no more.",
  ]);
  expect(answers([{ url: "https://a.test/*", times: 1 }, { url: "https://a.test/*" }], [{}, {}, {}])).toEqual([
    0, 1, 1,
  ]);
});

test("a nearer level is asked first, whatever the addresses, and none is lost", () => {
  const mocks = [
    { url: "*", status: 503, times: 1 },
    { url: URL_A, level: 1 },
    { url: "https://a.test/{any}", level: 2 },
  ];
  expect(answers(mocks, [{}, {}, { url: "https://a.test/other" }])).toEqual([0, 1, 2]);
});

test("a body is matched as text, or by the JSON that it holds", () => {
  const body = (sentBody: Json): FetchMock => ({ method: "POST", url: URL_A, sentBody });
  const post = (sent: Json): Partial<SentRequest> => ({ method: "POST", body: sent });
  const gold = [body({ plan: { name: "gold" }, tags: ["b"] })];
  expect(answers(gold, [post('{"tags":["a","b"],"plan":{"name":"gold","seats":3}}')])).toEqual([0]);
  expect(answers(gold, [post({ plan: { name: "gold" }, tags: ["b"] })])).toEqual([0]);
  expect(
    answers(gold, [post('{"plan":{"name":"silver"}}'), post('{"plan":{"name":"gold"},"tags":[1]}'), post(null)]),
  ).toEqual([
    'Mock 1 wants plan.name in the body to be "gold", and it is "silver".',
    'Mock 1 wants tags in the body to be ["b"], and it is [1].',
    'Mock 1 wants the body to be {"plan":{"name":"gold"},"tags":["b"]}, and it is not there.',
  ]);
  expect(answers([body("a=1"), body("a=2*")], [post("a=2&b=3"), post("a=1"), post("a=3")])).toEqual([
    1,
    0,
    'Mock 1 wants the body to be "a=1", and it is "a=3". Mock 2 wants the body to be "a=2*", and it is "a=3".',
  ]);
  const form = { $searchParams: [["grant", "x y"]] };
  expect(answers([body("grant=x+y")], [post(form)])).toEqual([0]);
});

test("headers are matched by name in any case, and their values whole or by their beginning", () => {
  const mock = { url: URL_A, sentHeaders: { authorization: "Bearer *", "X-Plan": "gold" } };
  const sent = (headers: Json): Partial<SentRequest> => ({ headers });
  expect(
    answers(
      [mock],
      [
        sent({ Authorization: "Bearer k1", "x-plan": "gold" }),
        sent([
          ["AUTHORIZATION", "Bearer k1"],
          ["X-PLAN", "gold"],
        ]),
        sent({ Authorization: "Basic k1", "x-plan": "gold" }),
        sent({ Authorization: "Bearer k1" }),
        {},
      ],
    ),
  ).toEqual([
    0,
    0,
    'Mock 1 wants the header authorization to be "Bearer *", and it is "Basic k1".',
    'Mock 1 wants the header X-Plan to be "gold", and it is not there.',
    'Mock 1 wants the header authorization to be "Bearer *", and it is not there.',
  ]);
});

test("a mock for another method, and more than three near ones, are told", () => {
  expect(answers([{ url: URL_A }], [{ method: "POST" }])).toEqual(["Mock 1 answers GET only."]);
  const five = Array.from({ length: 5 }, () => ({ url: URL_A, times: 1 }));
  const [reason] = answers(
    five.map((mock) => ({ ...mock, sentBody: "x" })),
    [{}],
  );
  expect(reason).toMatch(/^Mock 1 .*Mock 2 .*Mock 3 .* 2 others do not answer it either\.$/);
});

test("10,000 mocks are asked as fast as one, whatever they wait for", () => {
  const many = Array.from({ length: 10_000 }, (_, index): FetchMock => ({ url: URL_A, times: 1, status: index }));
  const requests = Array.from({ length: 10_001 }, () => ({}));
  const start = performance.now();
  const sequence = answers(many, requests);
  expect(sequence.slice(0, -1)).toEqual(many.map((_, index) => index));
  expect(sequence.at(-1)).toMatch(/9997 others/);
  const other = many.map(({ url }, index) => ({ url: `${url}/${index}` }));
  expect(
    answers(
      other,
      other.map(({ url }) => ({ url })),
    ),
  ).toEqual(other.map((_, index) => index));
  expect(performance.now() - start).toBeLessThan(2_000);
});
