/** Resetting a part of the scenario, so that it can be undone: the panel remembers what was there. */
import { createContext, useContext } from "react";

/** @param message what was reset, as a sentence · @param act does it. */
export type Reset = (message: string, act: () => void) => void;

export const ResetContext = createContext<Reset>((_, act) => act());

export function useReset(): Reset {
  return useContext(ResetContext);
}
