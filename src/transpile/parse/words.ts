/** Which words can be names. */

/** How a name begins, or a string in its place. */
export const WORD = /^["'\p{ID_Start}$_\\]/u;
/** What no import and no type can be called. */
export const RESERVED =
  /^(["'].*|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|import|in|instanceof|new|null|return|super|switch|this|throw|true|try|typeof|var|void|while|with|let|static|yield|await|implements|interface|package|private|protected|public)$/;
