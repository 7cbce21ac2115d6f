/** Keeps one view's crash to itself: the rest of the page, and the text in the store, stay as they are. */
import { Component, type ReactNode } from "react";
import { Button } from "./Button.tsx";
import { VisibleText } from "./VisibleText.tsx";
import "./error-boundary.css";

type ErrorBoundaryProps = {
  /** The view's name as it stands in a sentence, e.g. "editor". */
  readonly view: string;
  /** What to show below the message, such as the source as plain text. */
  readonly remains?: ReactNode;
  readonly children: ReactNode;
};

export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly message: string | null }> {
  override state = { message: null as string | null };

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    const { message } = this.state;
    const { view, remains, children } = this.props;
    if (message === null) return children;
    return (
      <div className="error-boundary">
        <div className="note note--rejected" role="alert">
          <p>The {view} could not be drawn. This is a mistake of the playground; your work is kept.</p>
          <p className="error-boundary__message">
            <VisibleText text={message.slice(0, 500)} />
          </p>
          <Button onClick={() => this.setState({ message: null })}>Draw it again</Button>
        </div>
        {remains}
      </div>
    );
  }
}
