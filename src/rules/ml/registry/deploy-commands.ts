/** Commands that put a model where requests reach it. As known in November 2026. */
const DEPLOYS: readonly RegExp[] = [
  /\baws\s+sagemaker\s+(create-endpoint|update-endpoint)\b/,
  /\bgcloud\s+(\w+\s+)?ai(-platform)?\s+(endpoints\s+deploy-model|versions\s+create)\b/,
  /\baz\s+ml\s+(online|batch)-deployment\s+(create|update)\b/,
  /\baz\s+ml\s+online-endpoint\s+update\b.*--traffic/,
  /\bbentoml\s+(deploy|deployment\s+(create|update|apply))\b/,
  /\bbentoctl\s+apply\b/,
  /\bmlflow\s+(deployments\s+(create|update)|sagemaker\s+deploy)\b/,
  /\bdatabricks\s+serving-endpoints\s+(create|update-config)\b/,
  /\b(serve\s+deploy|seldon\s+model\s+load|truss\s+push|cog\s+push|modal\s+deploy)\b/,
  /\b(kubectl|oc)\s+(-\S+\s+(\S+\s+)?)*(apply|replace)\b[^\n;&|]*\b(inference[\w-]*|isvc|kserve|seldon|model-?serv\w*)/,
];

/** The command of a script that deploys a model, if there is one. */
export function deployCommand(script: string): string | undefined {
  const lines = script.replace(/\\\r?\n\s*/g, ' ').split('\n');
  return lines
    .find((line) => !/^\s*#|--dry-run|--help/.test(line) && DEPLOYS.some((pattern) => pattern.test(line)))
    ?.trim();
}
