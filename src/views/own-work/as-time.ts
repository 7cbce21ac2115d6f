/** A moment as a person tells it apart from others. */

const DAY = new Intl.DateTimeFormat("en", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

export function asTime(ms: number): string {
  return DAY.format(ms);
}
