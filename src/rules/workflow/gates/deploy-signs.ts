import type { Job } from '../../../documents/workflow/job.ts';

/** Commands that change what runs or what others install. */
const COMMANDS =
  /\b(kubectl (-\S+ \S+ )*(apply|set image|rollout|replace|patch|create)|helm (-\S+ )*(upgrade|install)|helmfile (apply|sync)|(terraform|tofu|terragrunt) (-\S+ )*(apply|destroy)|pulumi up|cdk deploy|(serverless|sls) deploy|sam deploy|aws (ecs update-service|cloudformation deploy|lambda update-function-code|s3 sync|deploy create-deployment|sagemaker (create|update)-endpoint)|gcloud (\S+ )?(run deploy|app deploy|functions deploy|ai endpoints)|az (webapp|containerapp|functionapp|aks|ml online-endpoint)|fly(ctl)? deploy|vercel (\S+ )*--prod|netlify deploy|wrangler (deploy|publish)|heroku container:release|eb deploy|ansible-playbook|argocd app (sync|set)|twine upload|npm publish|cargo publish|gem push|docker push|docker stack deploy|mlflow (models serve|deployments)|bentoml deploy|cap \w+ deploy)\b|(^|[\s/])(deploy|release|publish|promote|rollout)[\w-]*\.(sh|py|js|ts)\b|\b(make|just|task|npm run|yarn|pnpm|poe|invoke|rake) (\S+ )?(run )?(deploy|release|publish|promote)/i;

const ACTIONS =
  /^(actions\/deploy-pages|azure\/(webapps-deploy|k8s-deploy|functions-action|container-apps-deploy-action|aci-deploy|arm-deploy)|aws-actions\/(amazon-ecs-deploy-task-definition|aws-cloudformation-github-deploy|aws-lambda-deploy)|google-github-actions\/deploy-[\w-]+|cloudflare\/(wrangler|pages)-action|pypa\/gh-action-pypi-publish|akhileshns\/heroku-deploy|superfly\/flyctl-actions|peaceiris\/actions-gh-pages|jamesives\/github-pages-deploy-action|amondnet\/vercel-action|nwtgck\/actions-netlify|appleboy\/ssh-action|softprops\/action-gh-release|goreleaser\/goreleaser-action|pulumi\/actions|hashicorp\/tfc-workflows-github|helmfile\/helmfile-action)/i;

const NAMES = /(^|[^a-z])(deploy(s|ment)?|release|publish|promote|rollout|go[-_ ]?live|ship)([^a-z]|$)/i;

/** What of a job deploys or publishes, in words; empty where nothing is known to. */
export function deploySigns(job: Job): string[] {
  const signs = job.steps.flatMap((step) => {
    const command = deployCommand(step.run?.text ?? '');
    if (command) return [command];
    const uses =
      step.uses?.kind === 'repository' ? `${step.uses.repository}/${step.uses.path}` : (step.uses?.path ?? '');
    return step.uses && (ACTIONS.test(uses) || (step.uses.kind === 'local' && NAMES.test(uses))) ? [step.uses.raw] : [];
  });
  return job.uses && NAMES.test(job.uses.raw) ? [...signs, job.uses.raw] : signs;
}

/** What of a script, or of a line, deploys. */
export function deployCommand(text: string): string | undefined {
  return COMMANDS.exec(text)?.[0].trim();
}

/** Whether a job deploys, by what it does or by what it is called. */
export function isDeployJob(job: Job): boolean {
  return deploySigns(job).length > 0 || NAMES.test(job.id) || NAMES.test(job.name ?? '');
}
