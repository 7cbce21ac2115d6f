/** Where the grid stands as soon as every scenario has run. */
import "./embed-scenarios.css";

export function GridPlace() {
  return <p className="embed-scenarios__waiting">Each scenario is being run.</p>;
}
