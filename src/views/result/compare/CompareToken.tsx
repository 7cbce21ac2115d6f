/** Offers to compare the token on show with one that Kinde issued. */
import { useState } from "react";
import type { TokenName } from "../../../workflow/token.ts";
import { Button } from "../../parts/Button.tsx";
import { lazyPart } from "../../parts/lazy-part.tsx";

const CompareDialog = lazyPart(async () => (await import("./CompareDialog.tsx")).CompareDialog);

export function CompareToken({ name }: { readonly name: TokenName }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <p className="jwt__compare">
      <Button onClick={() => setOpen(true)}>Compare with a real token…</Button>
      {isOpen && <CompareDialog name={name} onClose={() => setOpen(false)} />}
    </p>
  );
}
