/** Format version 1's preset dictionary: the everyday words of workflows and scenarios. Frozen for ever, since every link of version 1 is read with it. */

/** What edited events and tokens mostly consist of. */
const SCENARIO = `{
  "request": {
    "ip": "203.0.113.7",
    "userAgent": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15",
    "auth": {
      "audience": [
        "https://api.example.com"
      ]
    }
  },
  "context": {
    "domains": {
      "kindeDomain": "https://example.kinde.com"
    },
    "application": {
      "clientId": "299627bd8bfa493f8b17e6aec8ebfb86"
    },
    "workflow": {
      "trigger": "user:tokens_generation"
    },
    "auth": {
      "origin": "authorization_request",
      "connectionId": "conn_0190a1b2c3d4e5f60718293a4b5c6d7e",
      "isExistingSession": false
    },
    "user": {
      "id": "kp_76fae1d99ca04f5ea06b1c1e8a2b3c4d",
      "identityId": "identity_0190a1b2c3d4"
    },
    "organization": {
      "code": "org_7c4e6f9a2b1"
    }
  }
}
{
  "request": {
    "ip": "203.0.113.7",
    "auth": {
      "audience": [
        "https://api.example.com"
      ],
      "scope": [
        "read:orders",
        "write:orders"
      ]
    }
  },
  "context": {
    "domains": {
      "kindeDomain": "https://example.kinde.com"
    },
    "application": {
      "clientId": "299627bd8bfa493f8b17e6aec8ebfb86"
    },
    "workflow": {
      "trigger": "m2m:token_generation"
    }
  }
}
{
  "request": {
    "ip": "203.0.113.7",
    "userAgent": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15",
    "authUrlParams": {
      "state": "9f2c1b7e5d3a",
      "orgCode": "org_7c4e6f9a2b1",
      "clientId": "299627bd8bfa493f8b17e6aec8ebfb86",
      "redirectUri": "https://app.example.com/callback"
    }
  },
  "context": {
    "domains": {
      "kindeDomain": "https://example.kinde.com"
    },
    "application": {
      "clientId": "299627bd8bfa493f8b17e6aec8ebfb86"
    },
    "workflow": {
      "trigger": "user:post_authentication"
    },
    "auth": {
      "connectionId": "conn_0190a1b2c3d4e5f60718293a4b5c6d7e",
      "isNewUserRecordCreated": true
    },
    "user": {
      "id": "kp_76fae1d99ca04f5ea06b1c1e8a2b3c4d"
    }
  }
}
{
  "request": {
    "ip": "203.0.113.7",
    "userAgent": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15",
    "authUrlParams": {
      "state": "9f2c1b7e5d3a",
      "orgCode": "org_7c4e6f9a2b1",
      "clientId": "299627bd8bfa493f8b17e6aec8ebfb86",
      "redirectUri": "https://app.example.com/callback"
    }
  },
  "context": {
    "domains": {
      "kindeDomain": "https://example.kinde.com"
    },
    "application": {
      "clientId": "299627bd8bfa493f8b17e6aec8ebfb86"
    },
    "workflow": {
      "trigger": "user:pre_registration"
    },
    "auth": {
      "connectionId": "conn_0190a1b2c3d4e5f60718293a4b5c6d7e"
    }
  }
}
{
  "request": {
    "ip": "203.0.113.7",
    "userAgent": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15"
  },
  "context": {
    "domains": {
      "kindeDomain": "https://example.kinde.com"
    },
    "application": {
      "clientId": "299627bd8bfa493f8b17e6aec8ebfb86"
    },
    "workflow": {
      "trigger": "user:new_username_provided"
    },
    "auth": {
      "suppliedUsername": "ada.lovelace"
    }
  }
}
{
  "request": {
    "ip": "203.0.113.7",
    "userAgent": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15"
  },
  "context": {
    "domains": {
      "kindeDomain": "https://example.kinde.com"
    },
    "application": {
      "clientId": "299627bd8bfa493f8b17e6aec8ebfb86"
    },
    "workflow": {
      "trigger": "user:new_password_provided"
    },
    "auth": {
      "firstPassword": "correct horse battery",
      "secondPassword": "correct horse battery",
      "newPasswordReason": "initial"
    },
    "user": {
      "id": "kp_76fae1d99ca04f5ea06b1c1e8a2b3c4d",
      "email": "ada@example.com"
    }
  }
}
{
  "request": {
    "ip": "203.0.113.7",
    "userAgent": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15"
  },
  "context": {
    "domains": {
      "kindeDomain": "https://example.kinde.com"
    },
    "application": {
      "clientId": "299627bd8bfa493f8b17e6aec8ebfb86"
    },
    "workflow": {
      "trigger": "user:existing_password_provided"
    },
    "auth": {
      "providedEmail": "ada@example.com",
      "password": "correct horse battery",
      "hashedPassword": "$2a$10$abcdefghijklmnopqrstuv",
      "hasUserRecordInKinde": true
    },
    "user": {
      "id": "kp_76fae1d99ca04f5ea06b1c1e8a2b3c4d"
    }
  }
}
{
  "request": {
    "ip": "203.0.113.7",
    "userAgent": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15",
    "auth": {
      "audience": [
        "https://api.example.com"
      ]
    }
  },
  "context": {
    "domains": {
      "kindeDomain": "https://example.kinde.com"
    },
    "application": {
      "clientId": "299627bd8bfa493f8b17e6aec8ebfb86"
    },
    "workflow": {
      "trigger": "user:pre_mfa"
    },
    "auth": {
      "connectionId": "conn_0190a1b2c3d4e5f60718293a4b5c6d7e"
    },
    "mfa": {
      "policy": "required",
      "context": "environment",
      "enabledFactors": [
        "mfa:authenticator_app",
        "mfa:email"
      ],
      "isUserRoleExempt": false,
      "isUserConnectionExempt": false
    },
    "user": {
      "id": "kp_76fae1d99ca04f5ea06b1c1e8a2b3c4d"
    },
    "organization": {
      "code": "org_7c4e6f9a2b1"
    }
  }
}
{
  "request": {
    "ip": "203.0.113.7",
    "userAgent": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15"
  },
  "context": {
    "domains": {
      "kindeDomain": "https://example.kinde.com"
    },
    "application": {
      "clientId": "299627bd8bfa493f8b17e6aec8ebfb86"
    },
    "workflow": {
      "trigger": "user:plan_selection"
    },
    "user": {
      "id": "kp_76fae1d99ca04f5ea06b1c1e8a2b3c4d"
    },
    "organization": {
      "code": "org_7c4e6f9a2b1"
    },
    "billing": {
      "currentPlanCode": "free",
      "requestedPlanCode": "pro"
    }
  }
}
{
  "request": {
    "ip": "203.0.113.7",
    "userAgent": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15"
  },
  "context": {
    "domains": {
      "kindeDomain": "https://example.kinde.com"
    },
    "application": {
      "clientId": "299627bd8bfa493f8b17e6aec8ebfb86"
    },
    "workflow": {
      "trigger": "user:plan_cancellation_request"
    },
    "user": {
      "id": "kp_76fae1d99ca04f5ea06b1c1e8a2b3c4d"
    },
    "organization": {
      "code": "org_7c4e6f9a2b1"
    },
    "billing": {
      "currentPlanCode": "pro",
      "agreementId": "agreement_0190a1b2c3d4e5f6"
    }
  }
}
{
  "aud": [
    "https://api.example.com"
  ],
  "azp": "299627bd8bfa493f8b17e6aec8ebfb86",
  "exp": 1790086400,
  "feature_flags": {
    "is_dark_mode": {
      "t": "b",
      "v": true
    },
    "theme": {
      "t": "s",
      "v": "aurora"
    },
    "max_projects": {
      "t": "i",
      "v": 12
    }
  },
  "iat": 1790000000,
  "iss": "https://example.kinde.com",
  "jti": "6f8f35c2-0f5e-4d7a-9a66-1f5cc0a7b1de",
  "org_code": "org_7c4e6f9a2b1",
  "org_name": "Example Ltd",
  "permissions": [
    "create:orders",
    "read:orders",
    "update:orders",
    "delete:orders",
    "read:reports"
  ],
  "roles": [
    {
      "id": "0190a1b2-c3d4-7e5f-8071-829304a5b6c7",
      "key": "editor",
      "name": "Editor"
    }
  ],
  "scp": [
    "openid",
    "profile",
    "email",
    "offline"
  ],
  "sub": "kp_76fae1d99ca04f5ea06b1c1e8a2b3c4d"
}
{
  "at_hash": "Lu-5sT0o7TL3Nr2rS3v8wQ",
  "aud": [
    "299627bd8bfa493f8b17e6aec8ebfb86"
  ],
  "auth_time": 1790000000,
  "azp": "299627bd8bfa493f8b17e6aec8ebfb86",
  "email": "ada@example.com",
  "exp": 1790003600,
  "family_name": "Lovelace",
  "given_name": "Ada",
  "iat": 1790000000,
  "iss": "https://example.kinde.com",
  "jti": "0e2b7e0c-6a35-4b56-8f6e-7f3f7d7f1d11",
  "name": "Ada Lovelace",
  "org_codes": [
    "org_7c4e6f9a2b1"
  ],
  "picture": "https://example.kinde.com/avatar/ada.png",
  "sub": "kp_76fae1d99ca04f5ea06b1c1e8a2b3c4d",
  "updated_at": 1789913600
}
{
  "aud": [
    "https://api.example.com"
  ],
  "azp": "5c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f",
  "exp": 1790086400,
  "gty": [
    "client_credentials"
  ],
  "iat": 1790000000,
  "iss": "https://example.kinde.com",
  "jti": "b0c8e9e2-7d7e-4b0a-8d5e-3c2b1a0f9e8d",
  "org_code": "org_7c4e6f9a2b1",
  "scope": "read:orders write:orders",
  "scp": [
    "read:orders",
    "write:orders"
  ],
  "v": "2"
}`;

/** What workflows mostly consist of, the most usual last, where deflate reaches it most cheaply. */
const SOURCE = `import {
  onUserTokenGeneratedEvent,
  onM2MTokenGeneratedEvent,
  onPostAuthenticationEvent,
  onUserPreRegistrationEvent,
  onNewUsernameProvidedEvent,
  onNewPasswordProvidedEvent,
  onExistingPasswordProvidedEvent,
  onUserPreMFA,
  onPlanSelection,
  onPlanCancellationRequest,
  type WorkflowSettings,
  WorkflowTrigger,
  secureFetch,
  getM2MToken,
  getLocalization,
  invalidateFormField,
  setEnforcementPolicy,
  denyPlanSelection,
  denyPlanCancellation,
} from "@kinde/infrastructure";

  trigger: WorkflowTrigger.M2MTokenGeneration,
  trigger: WorkflowTrigger.PostAuthentication,
  trigger: WorkflowTrigger.UserPreRegistration,
  trigger: WorkflowTrigger.NewUsernameProvided,
  trigger: WorkflowTrigger.NewPasswordProvided,
  trigger: WorkflowTrigger.ExistingPasswordProvided,
  trigger: WorkflowTrigger.UserPreMFA,
  trigger: WorkflowTrigger.PlanSelection,
  trigger: WorkflowTrigger.PlanCancellationRequest,
  trigger: "user:tokens_generation",
  trigger: "m2m:token_generation",
    "kinde.secureFetch": {},
    "kinde.widget": {},
    "kinde.mfa": {},
    "kinde.plan": {},
    "kinde.localization": {},
    "kinde.ssoSession": {},
    util: {},
    console: {},
    "kinde.m2mToken": {
      resetClaims: false,
    },
export default async function handleM2MToken(event: onM2MTokenGeneratedEvent) {
  const m2mToken = m2mTokenClaims<{
  m2mToken.scope = event.request.auth.scope;
  kinde.accessToken.setCustomClaim("
  kinde.idToken.setCustomClaim("
  kinde.m2mToken.setCustomClaim("
  const { getIdTokenCustomClaims, getAccessTokenCustomClaims }
  const { data: roles } = await kindeAPI.get({
    endpoint: \`organizations/\${orgCode}/users/\${userId}/roles\`,
  });
  const { data } = await kindeAPI.get({ endpoint: \`users/\${userId}/properties\` });
  const { data: permissions } = await kindeAPI.get<{ permissions: { key: string }[] }>({
  // The Hasura claims
  "https://hasura.io/jwt/claims": {
    "x-hasura-default-role": "user",
    "x-hasura-allowed-roles": ["user", "editor", "admin"],
    "x-hasura-user-id": event.context.user.id,
    "x-hasura-org-id": event.context.organization.code,
  };
  if (event.context.auth.origin === "refresh_token_request") return;
  if (!event.context.auth.isExistingSession) {
  if (event.context.auth.isNewUserRecordCreated) {
  invalidateFormField("p_username", "
  invalidateFormField("p_first_password", "
  const { firstPassword, secondPassword, newPasswordReason } = event.context.auth;
  const isMinCharacters = event.context.auth.firstPassword.length >= 
  const { providedEmail, password, hashedPassword, hasUserRecordInKinde } = event.context.auth;
  setEnforcementPolicy("required");
  setEnforcementPolicy("skip");
  denyPlanSelection("
  denyPlanCancellation("
  const { currentPlanCode, requestedPlanCode } = event.context.billing;
  const params = new URLSearchParams({
  url.searchParams.set("
    method: "POST",
    responseFormat: "json",
    responseFormat: "text",
    headers: {
      "content-type": "application/json",
      Accept: "application/json",
      Authorization: \`Bearer \${token}\`,
    },
    body: new URLSearchParams({ userId: event.context.user.id }),
    body: JSON.stringify({
  throw new Error(\`
  return;
  return null;
  return {
  try {
  } catch (error) {
    console.error("
    console.warn("
  }
  switch (
    case "
      break;
    default:
  for (const 
  const ids = new Set<string>();
  const byKey = new Map<string, string>();
  function 
  interface 
  type Claims = {
    readonly 
    email: string;
    tenant_id: string;
    tenantId: string;
    department: string;
    plan: string;
    features: string[];
    groups: string[];
    permissions: string[];
    roles: string[];
    is_admin: boolean;
    feature_flags: Record<string, unknown>;
    customer_id?: string | undefined;
    subscription
    environment
    company
    account
    application
    description
    default
    undefined
    unknown
    number
    .filter((permission) => permission.startsWith("
    .map((role) => role.key)
    .includes(
    .join(", ")
    .split("
    .toLowerCase()
    .sort()
    .length > 0
    Object.entries(
    Object.keys(
    Object.fromEntries(
    Math.floor(Date.now() / 1000)
    new Date().toISOString()
    as const;
    === "
    !== undefined
    ?? "
import type { 
import { 
} from "./
export const 
export function 
export type 
// 
/** 
 * 
 */
import {
  type onUserTokenGeneratedEvent,
  type WorkflowSettings,
  WorkflowTrigger,
  accessTokenCustomClaims,
  createKindeAPI,
  denyAccess,
  fetch,
  getEnvironmentVariable,
  idTokenCustomClaims,
  m2mTokenClaims,
} from "@kinde/infrastructure";

// The settings of this workflow
export const workflowSettings: WorkflowSettings = {
  id: "userTokensGeneration",
  name: "User tokens generation",
  failurePolicy: {
    action: "continue",
  },
  failurePolicy: { action: "stop" },
  trigger: WorkflowTrigger.UserTokenGeneration,
  bindings: {
    "kinde.accessToken": { resetClaims: true },
    "kinde.accessToken": {},
    "kinde.idToken": {},
    "kinde.m2mToken": {},
    "kinde.auth": {},
    "kinde.env": {},
    "kinde.fetch": {},
    url: {},
  },
};

export default async function handleUserTokens(event: onUserTokenGeneratedEvent) {
export default async function Workflow(event: onUserTokenGeneratedEvent) {
  const accessToken = accessTokenCustomClaims<{ 
  const idToken = idTokenCustomClaims<{ 
  const kindeAPI = await createKindeAPI(event);
  const userId = event.context.user.id;
  const orgCode = event.context.organization.code;
  const clientId = event.context.application.clientId;
  const { kindeDomain } = event.context.domains;
  const apiKey = getEnvironmentVariable("API_KEY")?.value;
  const { data } = await fetch<{ 
  const response = await fetch(\`https://api.example.com/users/\${userId}\`, {
    method: "GET",
    headers: { "Content-Type": "application/json", Authorization: \`Bearer \${apiKey}\` },
  });
  const { data } = await fetch("https://api.example.com/
  console.log("
  denyAccess("
  accessToken.permissions = [];
  accessToken.feature_flags = {};
  accessToken.roles = 
  idToken.
  accessToken.
}`;

/** The frame of a project as JSON. */
const FRAME =
  ',"answer":"text","body":"{\\"error\\":"answer":"error","localization":[{"key":"","text":"' +
  '"events":{"m2m:token_generation":"{\\n  "events":{"user:tokens_generation":"{\\n  ' +
  '"tokens":{"m2mToken":"{\\n  "idToken":"{\\n  "tokens":{"accessToken":"{\\n  ' +
  '\\n}\\n"}],"env":[{"name":"KINDE_WF_M2M_CLIENT_ID","value":""},{"name":"KINDE_WF_M2M_CLIENT_SECRET","secret":true},{"name":"API_KEY","secret":true}],' +
  '"mocks":[{"method":"POST","url":"https://example.kinde.com/oauth2/token","status":500,"answer":"json","body":"{\\"access_token\\":' +
  '{"method":"GET","url":"https://api.example.com/","status":200,"answer":"json","body":"{\\n  \\"","latencyMs":120}],"title":"' +
  '"},{"name":".ts","text":"import {"files":[{"name":"m2mTokenWorkflow.ts","text":"import {"files":[{"name":"tokensWorkflow.ts","text":"import { ';

/** As it appears inside JSON text. */
function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

export const DICTIONARY_V1: string = escaped(SCENARIO) + escaped(SOURCE) + FRAME;
