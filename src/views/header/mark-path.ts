/** The mark's shape on a 24 px grid. */
export const MARK_PATH = "M3 7.5h5.5l6 9H21M15.5 7.5H21M3 16.5h5.5";
