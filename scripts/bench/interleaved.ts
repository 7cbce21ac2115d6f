/** Repetitions in rounds: each subject once a round, so that a busy moment of the machine meets all of them. */

/** @returns what was measured of each subject; a measurement that failed is told and left out. */
export async function interleaved<Subject, Sample>(
  subjects: readonly Subject[],
  rounds: number,
  measure: (subject: Subject) => Promise<Sample>,
): Promise<ReadonlyMap<Subject, readonly Sample[]>> {
  const found = new Map<Subject, Sample[]>(subjects.map((subject) => [subject, []]));
  for (let index = 0; index < rounds; index += 1) {
    for (const subject of subjects) {
      try {
        found.get(subject)?.push(await measure(subject));
      } catch (error) {
        const name = (subject as { readonly name?: string }).name ?? JSON.stringify(subject);
        console.warn(`${name}: ${String(error).split("\n")[0]}`);
      }
    }
  }
  return found;
}
