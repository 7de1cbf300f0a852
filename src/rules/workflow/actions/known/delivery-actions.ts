import type { KnownActions } from './known-action.ts';

const COMMON_BUILD = 'builder no-cache pull load push provenance sbom source allow call list github-token set';

/**
 * Actions that build images, sign in and deploy, as far as their `action.yml` were known in November 2026; names are in lower case. A name that is
 * missing here is no proof: only near-misses of listed names are told as certain.
 */
export const DELIVERY_ACTIONS: KnownActions = {
  'aws-actions/amazon-ecr-login': {
    inputs: 'http-proxy mask-password registries registry-type skip-logout',
    node: { 16: 1, 20: 2 },
    newest: 2,
  },
  'aws-actions/amazon-ecs-deploy-task-definition': {
    inputs:
      'task-definition desired-count service cluster wait-for-service-stability wait-for-minutes codedeploy-appspec codedeploy-application codedeploy-deployment-group codedeploy-deployment-description codedeploy-deployment-config force-new-deployment service-managed-ebs-volume service-managed-ebs-volume-name run-task run-task-capacity-provider-strategy run-task-container-overrides run-task-security-groups run-task-subnets run-task-assign-public-IP run-task-launch-type run-task-started-by run-task-tags run-task-managed-ebs-volume-name run-task-managed-ebs-volume wait-for-task-stopped enable-ecs-managed-tags propagate-tags max-retries keep-null-value-keys',
    required: 'task-definition',
    node: { 16: 1, 20: 2 },
    newest: 2,
  },
  'aws-actions/amazon-ecs-render-task-definition': {
    inputs:
      'task-definition task-definition-arn task-definition-family task-definition-revision container-name image environment-variables log-configuration-log-driver log-configuration-options docker-labels command env-files secrets',
    required: 'container-name image',
    outputs: 'task-definition',
    newest: 1,
  },
  'aws-actions/configure-aws-credentials': {
    inputs:
      'aws-region role-to-assume aws-access-key-id aws-secret-access-key aws-session-token web-identity-token-file role-chaining audience http-proxy no-proxy mask-aws-account-id role-duration-seconds role-external-id role-session-name role-skip-session-tagging inline-session-policy managed-session-policies output-credentials output-env-credentials unset-current-credentials disable-retry retry-max-attempts special-characters-workaround use-existing-credentials allowed-account-ids force-skip-oidc action-timeout-s aws-profile overwrite-aws-profile transitive-tag-keys custom-tags sts-endpoint translated-credentials expected-account-ids',
    node: { 12: 1, 16: 3, 20: 4, 24: 6 },
    newest: 6,
  },
  'azure/aks-set-context': {
    inputs: 'cluster-name resource-group subscription admin use-kubelogin public-fqdn resource-type user-type',
    required: 'cluster-name resource-group',
    newest: 4,
  },
  'azure/cli': {
    inputs: 'inlineScript azcliversion',
    required: 'inlineScript',
    newest: 2,
  },
  'azure/docker-login': {
    inputs: 'username password login-server',
    newest: 2,
  },
  'azure/login': {
    inputs:
      'creds client-id tenant-id subscription-id enable-AzPSSession environment allow-no-subscriptions audience auth-type',
    node: { 20: 2 },
    newest: 2,
  },
  'azure/setup-helm': { inputs: 'version token downloadBaseURL', outputs: 'helm-path', newest: 4 },
  'azure/setup-kubectl': { inputs: 'version', outputs: 'kubectl-path', newest: 4 },
  'azure/webapps-deploy': {
    inputs:
      'app-name publish-profile slot-name package images configuration-file startup-command resource-group-name type target-path clean restart sitecontainers-config',
    newest: 3,
  },
  'cloudflare/wrangler-action': {
    inputs:
      'apiToken accountId quiet environment workingDirectory wranglerVersion secrets preCommands postCommands command vars packageManager gitHubToken apiKey email',
    newest: 3,
  },
  'docker/bake-action': {
    inputs: `${COMMON_BUILD} files workdir targets vars`,
    outputs: 'metadata',
    node: { 12: 1, 16: 3, 20: 6, 24: 7 },
    newest: 7,
  },
  'docker/build-push-action': {
    inputs:
      'add-hosts allow annotations attests build-args build-contexts builder cache-from cache-to call cgroup-parent context file labels load network no-cache no-cache-filters outputs platforms provenance pull push sbom secrets secret-envs secret-files shm-size ssh tags target ulimit github-token repository registry username password path dockerfile tag_with_ref tag_with_sha add_git_labels always_pull build_args cache_froms',
    outputs: 'imageid digest metadata',
    node: { 12: 2, 16: 4, 20: 6, 24: 7 },
    newest: 7,
  },
  'docker/login-action': {
    inputs: 'registry username password scope ecr logout registry-auth',
    node: { 12: 1, 16: 2, 20: 3, 24: 4 },
    newest: 4,
  },
  'docker/metadata-action': {
    inputs:
      'context images tags flavor labels annotations sep-tags sep-labels sep-annotations bake-target github-token',
    outputs:
      'version tags tag-names labels annotations json bake-file bake-file-tags bake-file-labels bake-file-annotations',
    node: { 12: 3, 16: 4, 20: 5, 24: 6 },
    newest: 6,
  },
  'docker/setup-buildx-action': {
    inputs:
      'version driver driver-opts buildkitd-flags buildkitd-config buildkitd-config-inline config config-inline install use endpoint platforms append cache-binary cleanup keep-state name',
    deprecated: {
      config: { instead: 'Write `buildkitd-config`.', from: '3.7' },
      'config-inline': { instead: 'Write `buildkitd-config-inline`.', from: '3.7' },
    },
    outputs: 'name driver platforms nodes endpoint status flags',
    node: { 12: 1, 16: 2, 20: 3, 24: 4 },
    newest: 4,
  },
  'docker/setup-qemu-action': {
    inputs: 'image platforms cache-image reset',
    outputs: 'platforms',
    node: { 12: 1, 16: 2, 20: 3, 24: 4 },
    newest: 4,
  },
  'google-github-actions/auth': {
    inputs:
      'project_id workload_identity_provider service_account audience credentials_json create_credentials_file export_environment_variables token_format delegates universe request_reason cleanup_credentials access_token_lifetime access_token_scopes access_token_subject id_token_audience id_token_include_email retries backoff backoff_limit',
    outputs: 'credentials_file_path access_token access_token_expiration id_token auth_token project_id',
    node: { 16: 1, 20: 2, 24: 3 },
    newest: 3,
  },
  'google-github-actions/deploy-cloudrun': {
    inputs:
      'service job metadata image source suffix env_vars env_vars_file env_vars_update_strategy secrets secrets_update_strategy labels skip_default_labels tag timeout flags no_traffic wait revision_traffic tag_traffic update_traffic_flags project_id region gcloud_version gcloud_component credentials',
    outputs: 'url',
    node: { 16: 1, 20: 2, 24: 3 },
    newest: 3,
  },
  'google-github-actions/get-gke-credentials': {
    inputs:
      'cluster_name location project_id context_name namespace use_auth_provider use_internal_ip use_connect_gateway use_dns_based_endpoint fleet_membership_name quota_project_id credentials',
    required: 'cluster_name',
    outputs: 'kubeconfig_path',
    node: { 16: 1, 20: 2, 24: 3 },
    newest: 3,
  },
  'google-github-actions/setup-gcloud': {
    inputs:
      'skip_install version project_id install_components skip_tool_cache cache service_account_key service_account_email export_default_credentials credentials_file_path cleanup_credentials',
    outputs: 'version',
    node: { 16: 1, 20: 2, 24: 3 },
    newest: 3,
  },
  'hashicorp/setup-packer': { inputs: 'version product', outputs: 'version', newest: 3 },
  'hashicorp/setup-terraform': {
    inputs: 'cli_config_credentials_hostname cli_config_credentials_token terraform_version terraform_wrapper',
    node: { 12: 1, 16: 2, 20: 3, 24: 4 },
    newest: 4,
  },
  'hashicorp/vault-action': {
    inputs:
      'url secrets namespace method role path token roleId secretId githubToken jwtPrivateKey jwtKeyPassword jwtGithubAudience jwtTtl kubernetesTokenPath username password authPayload extraHeaders exportEnv exportToken outputToken caCertificate clientCertificate clientKey tlsSkipVerify ignoreNotFound secretEncodingType',
    newest: 4,
  },
  'helm/chart-releaser-action': {
    inputs:
      'version config charts_dir install_dir install_only skip_packaging skip_existing skip_upload mark_as_latest packages_with_index pages_branch',
    outputs: 'changed_charts chart_version',
    newest: 1,
  },
  'helm/kind-action': {
    inputs:
      'version config node_image cluster_name wait verbosity kubectl_version registry registry_image registry_name registry_port registry_enable_delete install_only ignore_failed_clean cloud_provider kubeconfig',
    newest: 1,
  },
  'jamesives/github-pages-deploy-action': {
    inputs:
      'ssh-key token branch folder target-folder commit-message clean clean-exclude dry-run force git-config-name git-config-email repository-name tag single-commit silent attempt-limit workspace access_token github_token ssh target_folder base_branch commit_message clean_exclude git_config_name git_config_email repository_name single_commit lfs preserve root dry_run',
    required: 'folder',
    newest: 4,
  },
  'peaceiris/actions-gh-pages': {
    inputs:
      'deploy_key github_token personal_token publish_branch publish_dir destination_dir external_repository allow_empty_commit keep_files force_orphan user_name user_email commit_message full_commit_message tag_name tag_message enable_jekyll disable_nojekyll cname exclude_assets',

    node: { 12: 2, 16: 3, 20: 4 },
    newest: 4,
  },
  'sigstore/cosign-installer': { inputs: 'cosign-release install-dir use-sudo', newest: 4 },
};
