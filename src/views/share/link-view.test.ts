import { expect, test } from "vitest";
import { INITIAL_VIEW } from "../../store/view-state.ts";
import { linkViewOf, viewOfLink } from "./link-view.ts";

test.each(["claims", "json", "jwt"] as const)("a link opens the result tab %s as it was shared", (resultTab) => {
  expect(viewOfLink(linkViewOf({ ...INITIAL_VIEW, resultTab })).resultTab).toBe(resultTab);
});

test.each([undefined, "", "constructor", "__proto__", "split"])("the view %j changes nothing", (name) => {
  expect(viewOfLink(name)).toEqual({});
});
