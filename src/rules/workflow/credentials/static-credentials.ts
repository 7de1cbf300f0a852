/** Inputs and variables that carry a long-lived cloud key, from the providers' own documentation, November 2026. */
export interface StaticCredential {
  /** Action the input belongs to, in lower case; absent for an environment variable. */
  readonly action?: string;
  readonly name: string;
  readonly cloud: 'AWS' | 'Google Cloud' | 'Azure';
  /** What takes its place. */
  readonly instead: string;
}

const AWS = 'a role in `role-to-assume` with `id-token: write`';
const GOOGLE = '`workload_identity_provider` with `id-token: write`';
const AZURE = '`client-id`, `tenant-id` and `subscription-id` with a federated credential and `id-token: write`';

export const STATIC_CREDENTIALS: readonly StaticCredential[] = [
  { action: 'aws-actions/configure-aws-credentials', name: 'aws-access-key-id', cloud: 'AWS', instead: AWS },
  { action: 'aws-actions/amazon-ecr-login', name: 'aws-access-key-id', cloud: 'AWS', instead: AWS },
  { action: 'google-github-actions/auth', name: 'credentials_json', cloud: 'Google Cloud', instead: GOOGLE },
  { action: 'google-github-actions/setup-gcloud', name: 'service_account_key', cloud: 'Google Cloud', instead: GOOGLE },
  { action: 'azure/login', name: 'creds', cloud: 'Azure', instead: AZURE },
  { name: 'AWS_ACCESS_KEY_ID', cloud: 'AWS', instead: `aws-actions/configure-aws-credentials with ${AWS}` },
  { name: 'GOOGLE_CREDENTIALS', cloud: 'Google Cloud', instead: `google-github-actions/auth with ${GOOGLE}` },
  {
    name: 'ARM_CLIENT_SECRET',
    cloud: 'Azure',
    instead: '`ARM_USE_OIDC: true` with a federated credential and `id-token: write`',
  },
  { name: 'AZURE_CLIENT_SECRET', cloud: 'Azure', instead: `azure/login with ${AZURE}` },
];
