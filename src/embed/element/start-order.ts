/** In which order a page's embeds start: one at a time, those in view before those near it. */

/** How long one that gives no result holds up the others. */
const ABANDON_AFTER_MS = 1_500;

/** From the top of the window, in CSS pixels. */
type Extent = { readonly top: number; readonly bottom: number };

type Page<Embed> = {
  readonly extentOf: (embed: Embed) => Extent;
  readonly viewHeight: () => number;
  readonly start: (embed: Embed) => void;
};

export class StartOrder<Embed> {
  readonly #page: Page<Embed>;
  readonly #waiting = new Set<Embed>();
  /** Those without a first result, each with the timer after which it is abandoned, which counts from when it has been started. */
  readonly #starting = new Map<Embed, ReturnType<typeof setTimeout> | undefined>();

  constructor(page: Page<Embed>) {
    this.#page = page;
  }

  /** It has come near. `startNext` when all that have come with it are told. */
  enter(embed: Embed): void {
    this.#waiting.add(embed);
  }

  /** It is near no more, or gone. */
  leave(embed: Embed): void {
    this.#waiting.delete(embed);
    this.finish(embed);
  }

  /** It has given its first result, or never will. */
  finish(embed: Embed): void {
    clearTimeout(this.#starting.get(embed));
    if (this.#starting.delete(embed)) this.startNext();
  }

  /** What is in view waits only for what is in view, the rest for all. */
  startNext(): void {
    if (this.#waiting.size === 0) return;
    const places = [...this.#waiting].map((embed) => ({ embed, ...this.#placeOf(embed) }));
    places.sort((a, b) => Number(b.isInView) - Number(a.isInView) || a.distancePx - b.distancePx);
    const [next] = places;
    if (next === undefined) return;
    for (const embed of this.#starting.keys()) if (!next.isInView || this.#placeOf(embed).isInView) return;
    const { embed } = next;
    this.#waiting.delete(embed);
    this.#starting.set(embed, undefined);
    this.#page.start(embed);
    if (!this.#starting.has(embed)) return;
    this.#starting.set(
      embed,
      setTimeout(() => this.finish(embed), ABANDON_AFTER_MS),
    );
  }

  /** In view, how far its start is from the window's top; else how far away it is. */
  #placeOf(embed: Embed): { readonly isInView: boolean; readonly distancePx: number } {
    const { top, bottom } = this.#page.extentOf(embed);
    const gapPx = Math.max(top - this.#page.viewHeight(), -bottom);
    const isInView = gapPx < 0;
    return { isInView, distancePx: isInView ? Math.abs(top) : gapPx };
  }
}
