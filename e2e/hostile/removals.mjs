export const REMOVALS = [];
