/** Every binding a workflow can ask for, one row each. */
import { auth } from "./auth.ts";
import type { Binding } from "./binding.ts";
import { cache } from "./cache.ts";
import { claims } from "./claims.ts";
import { env } from "./env.ts";
import { fetch } from "./fetch.ts";
import { localization } from "./localization.ts";
import { mfa } from "./mfa.ts";
import { console, module, url, util } from "./native.ts";
import { plan } from "./plan.ts";
import { secureFetch } from "./secure-fetch.ts";
import { ssoSession } from "./sso-session.ts";
import { widget } from "./widget.ts";

export const BINDINGS: { readonly [name: string]: Binding } = {
  "kinde.accessToken": claims("accessToken"),
  "kinde.idToken": claims("idToken"),
  "kinde.m2mToken": claims("m2mToken"),
  "kinde.auth": auth,
  "kinde.env": env,
  "kinde.fetch": fetch,
  "kinde.secureFetch": secureFetch,
  "kinde.widget": widget,
  "kinde.mfa": mfa,
  "kinde.plan": plan,
  "kinde.localization": localization,
  "kinde.cache": cache,
  "kinde.ssoSession": ssoSession,
  console,
  url,
  util,
  module,
};
