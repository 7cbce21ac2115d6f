/** What no page can go below on this machine: a key in a plain text field, one RS256 signature, one frame. */
const app = document.querySelector("#app") ?? document.body;
const field = app.appendChild(document.createElement("textarea"));
const output = app.appendChild(document.createElement("pre"));
output.id = "output";
field.value = '"x"';

const key = await crypto.subtle.generateKey(
  { name: "RSASSA-PKCS1-v1_5", modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: "SHA-256" },
  false,
  ["sign", "verify"],
);

field.addEventListener("input", async () => {
  await crypto.subtle.sign("RSASSA-PKCS1-v1_5", key.privateKey, new TextEncoder().encode(field.value));
  output.textContent = field.value;
});
output.textContent = field.value;

export {};
