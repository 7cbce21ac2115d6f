/** sucrase's token types under a short name; a constant of ours, because a bundler reads a CommonJS import through a getter each time. */
import { TokenType } from "sucrase/dist/parser/tokenizer/types.js";

export const tt = TokenType;
