import type { KnownActions } from './known-action.ts';

/**
 * Actions that test, scan, report and release, as far as their `action.yml` were known in November 2026; names are in lower case. A name that is
 * missing here is no proof: only near-misses of listed names are told as certain.
 */
export const QUALITY_ACTIONS: KnownActions = {
  'amannn/action-semantic-pull-request': {
    inputs:
      'types scopes requireScope disallowScopes subjectPattern subjectPatternError headerPattern headerPatternCorrespondence wip validateSingleCommit validateSingleCommitMatchesPrTitle githubBaseUrl ignoreLabels',
    node: { 12: 3, 16: 4, 20: 5, 24: 6 },
    newest: 6,
  },
  'anchore/sbom-action': {
    inputs:
      'path file image registry-username registry-password artifact-name artifact-match format github-token syft-version output-file dependency-snapshot dependency-snapshot-correlator upload-artifact upload-artifact-retention upload-release-assets config',
    newest: 0,
  },
  'anchore/scan-action': {
    inputs:
      'image path sbom fail-build output-format output-file severity-cutoff only-fixed add-cpes-if-none by-cve grype-version vex cache-db registry-username registry-password config acs-report-enable',
    newest: 7,
  },
  'aquasecurity/trivy-action': {
    inputs:
      'scan-type image-ref input scan-ref exit-code ignore-unfixed vuln-type severity format template output skip-dirs skip-files cache-dir timeout ignore-policy hide-progress list-all-pkgs scanners security-checks trivyignores artifact-type github-pat trivy-config tf-vars limit-severities-for-sarif docker-host version cache skip-setup-trivy token-setup-trivy',
    newest: 0,
  },
  'bridgecrewio/checkov-action': {
    inputs:
      'file directory check skip_check soft_fail_on hard_fail_on quiet soft_fail framework external_checks_dirs external_checks_repos output_format output_file_path output_bc_ids download_external_modules repo_root_for_plan_enrichment config_file baseline container_user api-key docker_image dockerfile_path var_file github_pat log_level skip_framework skip_resources_without_violations evaluate_variables use_enforcement_rules policy_metadata_filter policy_metadata_filter_exception skip_path skip_cve_package enable_secrets_scan_all_files compact prisma-api-url external_modules_download_path deep_analysis support tfc_token tf_registry_token vcs_base_url vcs_username vcs_token bitbucket_token bitbucket_app_password bitbucket_username ckv_validate_secrets no_fail skip_results_upload run_user extra_args ckv_ignore_hidden_directories secrets_history_timeout scan_secrets_history',
    docker: true,
    newest: 12,
  },
  'changesets/action': {
    inputs: 'publish version cwd commit title setupGitUser createGithubReleases commitMode branch prDraft',
    outputs: 'published publishedPackages hasChangesets pullRequestNumber',
    newest: 1,
  },
  'codecov/codecov-action': {
    inputs:
      'base_sha binary codecov_yml_path commit_parent directory disable_file_fixes disable_search disable_safe_directory disable_telem dry_run env_vars exclude fail_ci_if_error files file flags force git_service gcov_args gcov_executable gcov_ignore gcov_include handle_no_reports_found job_code name network_filter network_prefix os override_branch override_build override_build_url override_commit override_pr plugin plugins recurse_submodules report_code report_type root_dir run_command skip_validation slug swift_project token url use_legacy_upload_endpoint use_oidc use_pypi verbose version working-directory functionalities move_coverage_to_trash path_to_write_report yaml_file archive xcode xcode_archive_path xtra_args codecov_yml upstream_proxy aws_curl_args codecov_curl_args commit_sha compressor gcov gcov_path_exclude gcov_path_include gcov_prefix gcov_root_dir prefix clean',
    deprecated: { file: { instead: 'Write `files`.', from: '5' }, plugin: { instead: 'Write `plugins`.', from: '5' } },
    node: { 12: 2, 16: 3, 20: 4 },
    newest: 6,
  },
  'coverallsapp/github-action': {
    inputs:
      'github-token path-to-lcov file files format flag-name parallel parallel-finished carryforward coveralls-endpoint allow-empty base-path git-branch git-commit compare-ref compare-sha debug measure fail-on-error coverage-reporter-version coverage-reporter-platform build-number job-number coverage-reporter-args',
    deprecated: { 'path-to-lcov': { instead: 'Write `file`.', from: '2' } },
    newest: 2,
  },
  'crazy-max/ghaction-import-gpg': {
    inputs:
      'gpg_private_key passphrase trust_level git_config_global git_user_signingkey git_commit_gpgsign git_tag_gpgsign git_push_gpgsign git_committer_name git_committer_email workdir fingerprint',
    required: 'gpg_private_key',
    outputs: 'fingerprint keyid name email',
    node: { 12: 4, 16: 5, 20: 6, 24: 7 },
    newest: 7,
  },
  'cypress-io/github-action': {
    inputs:
      'record publish-summary summary-title config config-file env expose browser command start start-windows build install install-command runTests wait-on wait-on-timeout parallel group tag working-directory headed spec project command-prefix ci-build-id cache-key quiet component auto-cancel-after-failures',

    node: { 12: 2, 16: 5, 20: 6, 24: 7 },
    newest: 7,
  },
  'dorny/paths-filter': {
    inputs: 'token working-directory ref base filters list-files initial-fetch-depth predicate-quantifier',
    required: 'filters',
    node: { 16: 2, 20: 3, 24: 4 },
    newest: 4,
  },
  'dorny/test-reporter': {
    inputs:
      'artifact name path path-replace-backslashes reporter list-suites list-tests max-annotations fail-on-error fail-on-empty working-directory only-summary use-actions-summary badge-title report-title token slug-prefix collapsed',
    newest: 3,
  },
  'enricomi/publish-unit-test-result-action': {
    inputs:
      'github_token github_token_actor github_retries ssl_verify commit check_name comment_title comment_mode fail_on action_fail action_fail_on_inconclusive files junit_files nunit_files xunit_files trx_files time_unit test_file_prefix report_individual_runs report_suite_logs deduplicate_classes_by_file_name large_files ignore_runs check_run compare_to_earlier_commit pull_request_build event_file event_name test_changes_limit check_run_annotations check_run_annotations_branch job_summary seconds_between_github_reads seconds_between_github_writes secondary_rate_limit_wait_seconds json_file json_thousands_separator json_suite_details json_test_case_results search_pull_requests root_log_level log_level hide_comments comment_on_pr',
    newest: 2,
  },
  'googleapis/release-please-action': {
    inputs:
      'token release-type path target-branch config-file manifest-file repo-url github-api-url github-graphql-url fork include-component-in-tag proxy-server skip-github-release skip-github-pull-request skip-labeling changelog-host versioning-strategy release-as command package-name default-branch extra-files changelog-types changelog-path bump-minor-pre-major bump-patch-for-minor-pre-major monorepo-tags version-file signoff pull-request-title-pattern pull-request-header last-release-sha bootstrap-sha include-v-in-tag draft prerelease draft-pull-request labels release-labels',
    node: { 20: 4 },
    newest: 4,
  },
  'goreleaser/goreleaser-action': {
    inputs: 'distribution version args workdir install-only key',
    outputs: 'artifacts metadata',
    node: { 12: 2, 16: 4, 20: 6, 24: 7 },
    newest: 7,
  },
  'hadolint/hadolint-action': {
    inputs:
      'dockerfile config recursive output-file no-color no-fail verbose format failure-threshold override-error override-warning override-info override-style ignore trusted-registries disable-ignore-pragma',
    newest: 3,
  },
  'mikepenz/release-changelog-builder-action': {
    inputs:
      'configuration configurationJson configurationYaml outputFile owner repo fromTag toTag path token baseUrl includeOpen ignorePreReleases failOnError fetchViaCommits fetchReviewers fetchReviews fetchReleaseInformation commitMode mode exportCache exportOnly cache platform offlineMode checkTagsBetween useMergedSha',
    newest: 6,
  },
  'mshick/add-pr-comment': {
    inputs:
      'issue message message-path message-id message-failure message-success message-cancelled message-skipped message-pattern message-if repo-token repo-name repo-owner allow-repeats refresh-message-position proxy-url status preformatted find replace update-only delete-on-status attach-path attach-name attach-text truncate truncate-separator comment-target commit-sha',
    newest: 3,
  },
  'ncipollo/release-action': {
    inputs:
      'allowUpdates artifactErrorsFailBuild artifact artifacts artifactContentType body bodyFile commit discussionCategory draft generateReleaseNotes generateReleaseNotesPreviousTag immutableCreate makeLatest name omitBody omitBodyDuringUpdate omitDraftDuringUpdate omitName omitNameDuringUpdate omitPrereleaseDuringUpdate owner prerelease removeArtifacts replacesArtifacts repo skipIfReleaseExists tag token updateOnlyUnreleased',
    outputs: 'id html_url upload_url release_url tarball_url zipball_url assets tag_name',
    newest: 1,
  },
  'nick-fields/retry': {
    inputs:
      'timeout_minutes timeout_seconds max_attempts command retry_wait_seconds shell polling_interval_seconds retry_on warning_on_retry on_retry_command continue_on_error new_command_on_retry retry_on_exit_code',
    required: 'command',
    outputs: 'total_attempts exit_code exit_error',
    newest: 4,
  },
  'nrwl/nx-set-shas': {
    inputs:
      'main-branch-name error-on-no-successful-workflow last-successful-event workflow-id working-directory fallback-sha remote use-previous-merge-group-commit set-environment-variables-for-job',
    outputs: 'base head noPreviousBuild',
    newest: 5,
  },
  'ossf/scorecard-action': {
    inputs:
      'results_file results_format repo_token publish_results file_mode internal_publish_base_url internal_default_token',
    required: 'results_file results_format',
    newest: 2,
  },
  'octokit/request-action': { inputs: '*', outputs: 'status headers data', newest: 3 },
  'peter-evans/create-or-update-comment': {
    inputs:
      'token repository issue-number comment-id body body-path body-file edit-mode append-separator reactions reactions-edit-mode reaction-type',
    deprecated: {
      'body-file': { instead: 'Write `body-path`.', from: '3' },
      'reaction-type': { instead: 'Write `reactions`.', from: '3' },
    },
    outputs: 'comment-id',
    node: { 12: 1, 16: 3, 20: 4, 24: 5 },
    newest: 5,
  },
  'peter-evans/create-pull-request': {
    inputs:
      'token branch-token path add-paths commit-message committer author signoff branch delete-branch branch-suffix base push-to-fork sign-commits title body body-path labels assignees reviewers team-reviewers milestone draft maintainer-can-modify git-token project project-column',
    outputs:
      'pull-request-number pull-request-url pull-request-operation pull-request-head-sha pull-request-branch pull-request-commits-verified pull-request-created',
    node: { 12: 3, 16: 5, 20: 7, 24: 8 },
    newest: 8,
  },
  'peter-evans/find-comment': {
    inputs: 'token repository issue-number comment-author body-includes body-regex direction nth',
    required: 'issue-number',
    outputs: 'comment-id comment-node-id comment-body comment-author comment-created-at',
    newest: 4,
  },
  'peter-evans/repository-dispatch': {
    inputs: 'token repository event-type client-payload',
    required: 'event-type',
    node: { 12: 1, 16: 2, 20: 3, 24: 4 },
    newest: 4,
  },
  'pypa/gh-action-pypi-publish': {
    inputs:
      'user password repository-url repository_url packages-dir packages_dir verify-metadata verify_metadata skip-existing skip_existing verbose print-hash print_hash attestations',
    deprecated: {
      repository_url: { instead: 'Write `repository-url`.', from: '1.8' },
      packages_dir: { instead: 'Write `packages-dir`.', from: '1.8' },
      verify_metadata: { instead: 'Write `verify-metadata`.', from: '1.8' },
      skip_existing: { instead: 'Write `skip-existing`.', from: '1.8' },
      print_hash: { instead: 'Write `print-hash`.', from: '1.8' },
    },
    docker: true,
    newest: 1,
  },
  'release-drafter/release-drafter': {
    inputs:
      'config-name name tag version publish latest prerelease prerelease-identifier include-pre-releases commitish header footer disable-releaser disable-autolabeler references filter-by-commitish initial-commits-since token dry-run',
    newest: 6,
  },
  'reviewdog/action-actionlint': {
    inputs:
      'github_token tool_name level reporter filter_mode fail_level fail_on_error reviewdog_flags actionlint_flags workdir',
    deprecated: { fail_on_error: { instead: 'Write `fail_level`.', from: '1.57' } },
    docker: true,
    newest: 1,
  },
  'reviewdog/action-eslint': {
    inputs:
      'github_token level reporter filter_mode fail_level fail_on_error reviewdog_flags eslint_flags workdir tool_name node_options',
    deprecated: { fail_on_error: { instead: 'Write `fail_level`.', from: '1.33' } },
    newest: 1,
  },
  'reviewdog/action-hadolint': {
    inputs:
      'github_token tool_name level reporter filter_mode fail_level fail_on_error reviewdog_flags hadolint_flags hadolint_ignore hadolint_version exclude include reviewdog_version',
    deprecated: { fail_on_error: { instead: 'Write `fail_level`.', from: '1.48' } },
    newest: 1,
  },
  'reviewdog/action-setup': { inputs: 'reviewdog_version', newest: 1 },
  'reviewdog/action-shellcheck': {
    inputs:
      'github_token level reporter filter_mode fail_level fail_on_error reviewdog_flags path pattern exclude check_all_files_with_shebangs shellcheck_flags shellcheck_version tool_name',
    deprecated: { fail_on_error: { instead: 'Write `fail_level`.', from: '1.28' } },
    newest: 1,
  },
  'slackapi/slack-github-action': {
    inputs:
      'api errors method payload payload-delimiter payload-file-path payload-file-path-parsed payload-templated proxy retries token webhook webhook-type channel-id slack-message update-ts command script version',
    node: { 20: 2 },
    newest: 3,
  },
  'softprops/action-gh-release': {
    inputs:
      'body body_path name tag_name draft prerelease preserve_order files working_directory overwrite_files fail_on_unmatched_files repository token target_commitish discussion_category_name generate_release_notes previous_tag append_body make_latest note-path',
    outputs: 'url id upload_url assets',
    node: { 16: 1, 20: 2 },
    newest: 3,
  },
  'stefanzweifel/git-auto-commit-action': {
    inputs:
      'commit_message branch commit_options add_options status_options file_pattern repository commit_user_name commit_user_email commit_author tag_name tagging_message push_options skip_dirty_check skip_fetch skip_checkout skip_push disable_globbing create_branch create_git_tag_only internal_git_binary',
    outputs: 'changes_detected commit_hash create_git_tag_only',
    newest: 7,
  },
  'step-security/harden-runner': {
    inputs:
      'allowed-endpoints egress-policy token disable-telemetry disable-sudo disable-sudo-and-containers disable-file-monitoring exempt-files policy api-key use-policy-store deploy-on-self-hosted-vm',
    newest: 2,
  },
  'terraform-linters/setup-tflint': {
    inputs: 'tflint_version tflint_config_path github_token tflint_wrapper_enabled checksums cache',
    newest: 6,
  },
  'wagoid/commitlint-github-action': {
    inputs: 'configFile failOnWarnings failOnErrors helpURL commitDepth token',
    docker: true,
    newest: 6,
  },
};
