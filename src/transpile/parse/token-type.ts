/** sucrase's token types under a short name. */
export { TokenType as tt } from "sucrase/dist/parser/tokenizer/types.js";
