/** Whether a list of the scenario is another one than what “reset” goes back to; one that is empty is the same as any other empty one. */
export function isEditedList(now: readonly unknown[], given: readonly unknown[]): boolean {
  return now !== given && now.length + given.length > 0;
}
