/** A button that says what it does: primary for the one main action, plain for the others, quiet where many stand together. */
import type { ComponentProps } from "react";
import "./button.css";

export type ButtonProps = ComponentProps<"button"> & { readonly look?: "primary" | "plain" | "quiet" };

export function Button({ look = "plain", className = "", type = "button", ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={`button button--${look} ${className}`} />;
}
