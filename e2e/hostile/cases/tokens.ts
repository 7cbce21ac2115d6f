/** Texts that somebody may paste for a token: headers, payloads and ends of every kind, whole, cut and wrapped. */

const part = (json: string) => Buffer.from(json).toString("base64url");

const HEADERS: readonly string[] = [
  '{"alg":"RS256"}',
  '{"alg":"none"}',
  '{"alg":"none","alg":"RS256"}',
  "[]",
  "{",
  "\u202e",
  "",
];
const PAYLOADS: readonly string[] = [
  '{"sub":"kp_1"}',
  '{"sub":"a","sub":"b","__proto__":{"polluted":1}}',
  '{"n":9007199254740993,"e":1e400}',
  '{"\\u202eevil":"\\u2066<img src=x onerror=alert(1)>"}',
  `{"a":${"[".repeat(60_000)}${"]".repeat(60_000)}}`,
  `{"a":"${"x".repeat(600_000)}"}`,
  `{${Array.from({ length: 20_000 }, (_, at) => `"c${at}":${at}`).join()}}`,
  "null",
  '"text"',
  "<script>alert(1)</script>",
  "\ufeff{}",
  "",
];

const WRAPPED: readonly (readonly [what: string, wrap: (token: string) => string])[] = [
  ["with dots at its end", (token) => `${token}...`],
  ["as an encrypted one", (token) => `${token}.a.b`],
  ["of two parts", (token) => token.split(".").slice(0, 2).join(".")],
  ["cut in the middle", (token) => token.slice(0, token.length / 2)],
  ["one character short", (token) => token.slice(0, -1)],
  ["with odd base64", (token) => token.replaceAll(".", "A.")],
  ["with padding", (token) => token.replaceAll(".", "==.")],
  ["with plus signs and slashes", (token) => token.replace("ey", "+/")],
  ["in lines", (token) => token.replace(/(.{20})/g, "$1\r\n\t ")],
  ["with spaces that nobody sees", (token) => token.replace(".", "\u200b.\u00a0")],
  ["that turns the line", (token) => `\u202e${token}`],
  ["in quotes, after a word", (token) => `Authorization: Bearer '${token}';`],
  ["in JSON", (token) => JSON.stringify({ access_token: token, id_token: token })],
  ["in broken JSON", (token) => `{"access_token": "${token}`],
  ["twice", (token) => `${token} ${token}`],
  ["in a URL", (token) => `https://a.example/#access_token=${token}`],
];

/** Each header, payload and wrapping at least once, and not each with each. */
export function hostileTokens(): readonly { readonly name: string; readonly text: string }[] {
  const ordinary = `${part('{"alg":"RS256"}')}.${part('{"sub":"kp_1"}')}.c2ln`;
  return [
    ...HEADERS.flatMap((header) =>
      PAYLOADS.slice(0, 2).map((payload) => ({ name: `header ${header}`, text: `${part(header)}.${part(payload)}.` })),
    ),
    ...PAYLOADS.flatMap((payload) =>
      ["", "c2ln"].map((end) => ({
        name: `payload ${payload.slice(0, 40)}`,
        text: `${part('{"alg":"none"}')}.${part(payload)}.${end}`,
      })),
    ),
    ...WRAPPED.map(([what, wrap]) => ({ name: `a token ${what}`, text: wrap(ordinary) })),
    {
      name: "nested six times",
      text: Array.from({ length: 6 }).reduce<string>(
        (token) => `${part('{"cty":"JWT"}')}.${part(JSON.stringify({ token }))}.x`,
        ordinary,
      ),
    },
    { name: "900,000 dots", text: ".".repeat(900_000) },
    { name: "a million letters", text: "e".repeat(1_000_001) },
  ];
}
