/** The body of a secureFetch twice: as the workflow wrote it, and as it goes over the wire. */
import { useEffect, useState } from "react";
import type { Rule } from "../../../workflow/provenance.ts";
import { Fold } from "../../parts/Fold.tsx";
import { Provenance } from "../../parts/Provenance.tsx";
import { demoEncryptionKey, encryptBody } from "./secure-wire.ts";

const RULE: Rule = {
  provenance: "documented",
  sentence:
    "secureFetch encrypts the body with AES-256-GCM under your environment’s encryption key: nonce, tag and ciphertext, as base64. Here a demo key of this page stands in for it.",
  source: "Kinde docs, secureFetch",
};

const LONGEST_TEXT = 200;

export function SecureWire({ body }: { readonly body: string }) {
  const [wire, setWire] = useState<string | null>(null);
  useEffect(() => {
    // Without a secure context there is no WebCrypto, and the wire's text is left out.
    if (globalThis.crypto?.subtle === undefined) return;
    let isCurrent = true;
    void demoEncryptionKey()
      .then((key) => encryptBody(body, key))
      .then((text) => isCurrent && setWire(text));
    return () => {
      isCurrent = false;
    };
  }, [body]);
  return (
    <>
      <span className="call__part">
        <span className="call__label">body</span>
        <code className="call__values">
          <Fold text={body} limit={LONGEST_TEXT} what="the body" />
        </code>
      </span>
      {wire !== null && (
        <span className="call__part">
          <span className="call__label">on the wire</span>
          <span className="call__values">
            <code className="call__wire">
              <Fold text={wire} limit={LONGEST_TEXT} what="the encrypted body" />
            </code>
            <Provenance rule={RULE} />
          </span>
        </span>
      )}
    </>
  );
}
