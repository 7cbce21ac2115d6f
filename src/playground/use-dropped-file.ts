/** Opens a file that is dropped anywhere on the page, before the editor could take it for text. */
import { useEffect, useEffectEvent, useState } from "react";

/** @returns whether a file is held over the page now. */
export function useDroppedFile(open: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false);
  const onFile = useEffectEvent(open);

  useEffect(() => {
    function watch(event: DragEvent): void {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(event.type === "dragenter" || event.type === "dragover");
      const file = event.type === "drop" ? event.dataTransfer.files[0] : undefined;
      if (file) onFile(file);
    }
    function leave(event: DragEvent): void {
      if (event.relatedTarget === null) setOver(false);
    }
    for (const type of ["dragenter", "dragover", "drop"] as const) addEventListener(type, watch, true);
    addEventListener("dragleave", leave, true);
    return () => {
      for (const type of ["dragenter", "dragover", "drop"] as const) removeEventListener(type, watch, true);
      removeEventListener("dragleave", leave, true);
    };
  }, []);

  return isOver;
}
