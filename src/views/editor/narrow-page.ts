/** When the page is narrow enough for one column, where code wraps instead of scrolling sideways. */
export const NARROW_PAGE = "(max-width: 899px)";
