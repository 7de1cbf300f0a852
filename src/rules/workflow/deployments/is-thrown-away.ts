import type { Job } from '../../../documents/workflow/job.ts';
import { entryOf } from '../../../documents/yaml/yaml-node.ts';

const CLUSTER_ACTIONS = /(^|[/_.-])(kind|minikube|k3d|k3s|microk8s|localstack)([_.-]|$)|^helm\/chart-testing-action$/i;
const MADE_HERE =
  /\b(kind|k3d) (\w+ )?(create|load|import|export|get)\b|\b(minikube|microk8s|localstack|k3s|tflocal|cdklocal|awslocal)\b|--context[= ](kind|k3d|minikube)/;

/** Whether a job changes only what it makes itself: a cluster, a database or a cloud that is gone when the job ends. */
export function isThrownAway(job: Job): boolean {
  if (entryOf(job.node, 'services')) return true;
  return job.steps.some(
    ({ uses, run }) => (uses && CLUSTER_ACTIONS.test(uses.repository)) || MADE_HERE.test(run?.text ?? ''),
  );
}
