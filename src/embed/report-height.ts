/** Tells the page how high the embed's content is, and whether the reader has touched it; marks where the frame cuts it off. */
import type { HostConnection } from "./connect-to-host.ts";

export function reportHeight(root: HTMLElement, host: HostConnection): void {
  let byReader = false;
  let reported = "";
  const mark = () => {
    const bottom = root.firstElementChild?.getBoundingClientRect().bottom ?? 0;
    document.documentElement.classList.toggle("is-cut", bottom > innerHeight + 1);
  };
  const report = () => {
    const content = root.firstElementChild;
    if (content === null) return;
    mark();
    const height = Math.ceil(content.getBoundingClientRect().height);
    const said = `${height} ${byReader}`;
    if (height === 0 || said === reported) return;
    reported = said;
    host.post({ type: "kinde-workflow:height", height, byReader });
  };
  const sizes = new ResizeObserver(report);
  const children = new MutationObserver(() => {
    sizes.disconnect();
    for (const child of root.children) sizes.observe(child);
    report();
  });
  children.observe(root, { childList: true });
  for (const child of root.children) sizes.observe(child);
  addEventListener("resize", mark);
  addEventListener("scroll", mark, { passive: true });
  for (const type of ["pointerdown", "keydown"]) {
    addEventListener(
      type,
      () => {
        byReader = true;
        report();
      },
      true,
    );
  }
}
