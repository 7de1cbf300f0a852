/** A ruleset of one repository that requires the check by the App's id: by its name alone, anybody could report it. */
export function repositoryRuleset(appId: number): object {
  return {
    name: 'Pipewright',
    target: 'branch',
    enforcement: 'active',
    conditions: { ref_name: DEFAULT_BRANCH },
    rules: [requiredCheck(appId)],
  };
}

/**
 * A ruleset of an organisation for all its repositories. It only evaluates, until somebody makes it active. With an App's
 * id it requires the App's check, else a workflow that lies in one repository of the organisation.
 */
export function organisationRuleset(appId: number | undefined, workflowPath: string): object {
  return {
    name: 'Pipewright',
    target: 'branch',
    enforcement: 'evaluate',
    conditions: { repository_name: { include: ['~ALL'], exclude: [] }, ref_name: DEFAULT_BRANCH },
    rules: [appId === undefined ? requiredWorkflow(workflowPath) : requiredCheck(appId, ON_CREATE)],
  };
}

const DEFAULT_BRANCH = { include: ['~DEFAULT_BRANCH'], exclude: [] };
/** Of all repositories some are new: without this nobody could push the first commit of one. */
const ON_CREATE = { do_not_enforce_on_create: true };

function requiredCheck(appId: number, onCreate: object = {}): object {
  return {
    type: 'required_status_checks',
    parameters: {
      ...onCreate,
      strict_required_status_checks_policy: false,
      required_status_checks: [{ context: 'Pipewright', integration_id: appId }],
    },
  };
}

/** The id of the repository is not known here: 0 is none, and GitHub refuses it. */
function requiredWorkflow(path: string): object {
  return {
    type: 'workflows',
    parameters: { ...ON_CREATE, workflows: [{ repository_id: 0, path, ref: 'refs/heads/main' }] },
  };
}
