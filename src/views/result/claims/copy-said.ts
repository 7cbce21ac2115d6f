/** How a value deep in the list says through the list's one live region that it was copied. */
import { createContext } from "react";

export const CopySaid = createContext<(sentence: string) => void>(() => undefined);
