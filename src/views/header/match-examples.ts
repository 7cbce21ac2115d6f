/** Finds examples by the words a person types: every word must begin a word of the title, the purpose or the trigger. */

export type Pickable = {
  readonly name: string;
  readonly title: string;
  /** One line: what it shows. */
  readonly purpose: string;
};

const wordsOf = (text: string) => text.toLowerCase().split(/[^\p{L}\p{N}_]+/u);

/** In their own order; titles that match stand before purposes that match. */
export function matchExamples<Item extends Pickable>(items: readonly Item[], query: string): readonly Item[] {
  const wanted = wordsOf(query).filter((word) => word !== "");
  if (wanted.length === 0) return items;
  const matches = (text: string) => {
    const words = wordsOf(text);
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  };
  const byTitle = items.filter((item) => matches(item.title));
  const byRest = items.filter(
    (item) => !byTitle.includes(item) && matches(`${item.title} ${item.purpose} ${item.name}`),
  );
  return [...byTitle, ...byRest];
}
