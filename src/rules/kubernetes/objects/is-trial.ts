/** Folders and namespaces where one pod, or a short outage, is what people want. */
const TRIAL =
  /(^|[^a-z])(dev|develop|development|test|tests|testing|testdata|staging|stage|stg|qa|uat|preview|sandbox|local|minikube|kind|ci|demo|examples?|samples?)([^a-z]|$)/i;

/** Whether an object is for trying things out, by its path and namespace. */
export function isTrial(path: string, namespace: string): boolean {
  return TRIAL.test(path) || TRIAL.test(namespace);
}
