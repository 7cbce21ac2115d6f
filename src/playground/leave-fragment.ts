/** Takes out of the address what is open no longer. */
export function leaveFragment(): void {
  if (location.hash !== "") history.replaceState(null, "", location.pathname + location.search);
}
