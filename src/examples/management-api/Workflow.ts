import {
  onUserTokenGeneratedEvent,
  WorkflowSettings,
  WorkflowTrigger,
  createKindeAPI,
  idTokenCustomClaims,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "managementApi",
  name: "User properties from the Management API",
  trigger: WorkflowTrigger.UserTokenGeneration,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.idToken": {},
    "kinde.env": {},
    "kinde.fetch": {},
    url: {},
  },
};

type Property = { key: string; value: string };

export default async function Workflow(event: onUserTokenGeneratedEvent) {
  const idToken = idTokenCustomClaims<{ department?: string; costCentre?: string }>();

  // Needs KINDE_WF_M2M_CLIENT_ID and KINDE_WF_M2M_CLIENT_SECRET in the environment.
  const kindeAPI = await createKindeAPI(event);
  const { data } = await kindeAPI.get({ endpoint: `users/${event.context.user.id}/properties` });

  const properties: Property[] = data.properties;
  const valueOf = (key: string) => properties.find((property) => property.key === key)?.value;
  idToken.department = valueOf("department");
  idToken.costCentre = valueOf("cost_centre");
}
