/** Repetitions in rounds: each subject once a round, so that a busy moment of the machine meets all of them. */

/** @returns what was measured of each subject; a measurement that failed is told and left out. */
export async function interleaved(subjects, rounds, measure) {
  const found = new Map(subjects.map((subject) => [subject, []]));
  for (let index = 0; index < rounds; index += 1) {
    for (const subject of subjects) {
      try {
        found.get(subject).push(await measure(subject));
      } catch (error) {
        console.warn(`${subject.name ?? JSON.stringify(subject)}: ${error.message.split("\n")[0]}`);
      }
    }
  }
  return found;
}
