/**
 * What an event brings to a workflow as `github.event`: shapes by name, each the properties that it has. `a` is a text,
 * `a=b` a boolean, `a=n` a number, `a:b` an object of the shape `b`, `a[]:b` a list of them; `a=?` may be anything.
 * Made by scripts/extract-event-payloads.mjs of GitHub's description of its webhooks, 12.1.0.
 */
export const SHAPES: Readonly<Record<string, string>> = {
  _links:
    'comments:comments commits:comments html:comments issue:issue_3 review_comment:comments review_comments:comments self:comments statuses:comments',
  _links_2: 'html:comments pull_request:pull_request_5',
  _links_3: 'html:comments pull_request:pull_request_5 self:comments',
  answer:
    'author_association body child_comment_count=n created_at discussion_id=n html_url id=n node_id parent_id=? reactions=? repository_url updated_at user:creator',
  assets:
    'browser_download_url content_type created_at digest download_count=n id=n label name node_id size=n state updated_at uploader:assignees url',
  assignees:
    'avatar_url deleted=b email events_url followers_url following_url gists_url gravatar_id html_url id=n login name node_id organizations_url received_events_url repos_url site_admin=b starred_url subscriptions_url type url',
  author: 'date email name username',
  author_2: 'email name',
  auto_merge: 'commit_message commit_title enabled_by:owner merge_method',
  auto_merge_2: 'commit_message commit_title enabled_by:creator merge_method',
  base: 'ref repo=? sha',
  base_2: 'ref repo:repo sha',
  base_3: 'label ref repo:repo_2 sha user:owner',
  base_4: 'label ref repo:repo_3 sha user:creator',
  branch_protection_rule:
    'action changes=? enterprise=? installation=? organization:organization repository:repository rule:rule sender:organization_2',
  branches: 'commit:commit name protected=b',
  build: 'commit created_at duration=n error:error pusher:creator status updated_at url',
  category: 'created_at description emoji id=n is_answerable=b name node_id repository_id=n slug updated_at',
  check_run:
    'app=? check_suite:check_suite completed_at conclusion deployment:deployment details_url external_id head_sha html_url id=n name node_id output=? pull_requests[]:pull_requests_2 started_at status url',
  check_run_2:
    'action check_run:check_run enterprise=? installation=? organization:organization repository:repository requested_action:requested_action sender:organization_2',
  check_run_3:
    'completed_at conclusion details_url external_id head_sha html_url id=n name node_id started_at status url',
  check_suite:
    'after app=? before conclusion created_at head_branch head_sha id=n node_id pull_requests[]:pull_requests repository:repository_2 status updated_at url',
  check_suite_2:
    'after app=? before check_runs_url conclusion created_at head_branch head_commit:head_commit head_sha id=n latest_check_runs_count=n node_id pull_requests[]:pull_requests_2 rerequestable=b runs_rerequestable=b status updated_at url',
  check_suite_3:
    'action check_suite:check_suite_2 enterprise=? installation=? organization:organization repository:repository sender:organization_2',
  code_of_conduct: 'body html_url key name url',
  code_search_index_status: 'lexical_commit_sha lexical_search_ok=b',
  comment:
    'author_association body child_comment_count=n created_at discussion_id=n html_url id=n minimized=? node_id parent_id=n pin=? reactions=? repository_url updated_at user:creator',
  comment_2:
    'author_association body created_at html_url id=n issue_url minimized=? node_id performed_via_github_app=? pin=? reactions=? updated_at url user:creator',
  comment_3:
    '_links:_links_3 author_association body commit_id created_at diff_hunk html_url id=n in_reply_to_id=n line=n minimized=? node_id original_commit_id original_line=n original_position=n original_start_line=n path pin=? position=n pull_request_review_id=n pull_request_url reactions=? side start_line=n start_side subject_type updated_at url user:creator',
  comments: 'href',
  commit: 'sha url',
  commit_2: 'author:author comment_count=n committer:author message tree:commit url verification:verification',
  commit_3:
    'author:assignees comments_url commit:commit_2 committer:assignees html_url node_id parents[]:parents sha url',
  commits: 'added[] author:author committer:author distinct=b id message modified[] removed[] timestamp tree_id url',
  create:
    'description enterprise=? installation=? master_branch organization:organization pusher_type ref ref_type repository:repository sender:organization_2',
  creator:
    'avatar_url deleted=b email events_url followers_url following_url gists_url gravatar_id html_url id=n login name node_id organizations_url received_events_url repos_url site_admin=b starred_url subscriptions_url type url user_view_type',
  delete:
    'enterprise=? installation=? organization:organization pusher_type ref ref_type repository:repository sender:organization_2',
  deployment:
    'created_at description environment id=n node_id original_environment performed_via_github_app=? production_environment=b repository_url statuses_url task transient_environment=b updated_at url',
  deployment_2:
    'created_at creator:creator description environment id=n node_id original_environment payload=? performed_via_github_app=? production_environment=b ref repository_url sha statuses_url task transient_environment=b updated_at url',
  deployment_3:
    'action deployment:deployment_2 enterprise=? installation=? organization:organization repository:repository sender:organization_2 workflow:workflow workflow_run:workflow_run',
  deployment_status:
    'created_at creator:creator deployment_url description environment environment_url id=n log_url node_id performed_via_github_app=? repository_url state target_url updated_at url',
  deployment_status_2:
    'action check_run:check_run_3 deployment:deployment_2 deployment_status:deployment_status enterprise=? installation=? organization:organization repository:repository sender:organization_2 workflow:workflow workflow_run:workflow_run',
  discussion:
    'active_lock_reason answer_chosen_at answer_chosen_by:creator answer_html_url author_association body category:category comments=n created_at html_url id=n labels[]:labels locked=b node_id number=n reactions=? repository_url state state_reason timeline_url title updated_at user:creator',
  discussion_2:
    'action answer:answer changes=? discussion:discussion enterprise=? installation=? label:labels old_answer:answer organization:organization repository:repository sender:organization_2',
  discussion_comment:
    'action changes=? comment:comment discussion:discussion enterprise=? installation=? organization:organization repository:repository sender:organization_2',
  error: 'message',
  fork: 'enterprise=? forkee:forkee installation=? organization:organization repository:repository sender:organization_2',
  forkee:
    'allow_auto_merge=b allow_forking=b allow_merge_commit=b allow_rebase_merge=b allow_squash_merge=b allow_update_branch=b archive_url archived=b assignees_url blobs_url branches_url clone_url collaborators_url comments_url commits_url compare_url contents_url contributors_url created_at=? default_branch delete_branch_on_merge=b deployments_url description disabled=b downloads_url events_url fork=b forks=n forks_count=n forks_url full_name git_commits_url git_refs_url git_tags_url git_url has_downloads=b has_issues=b has_pages=b has_projects=b has_wiki=b homepage hooks_url html_url id=n is_template=b issue_comment_url issue_events_url issues_url keys_url labels_url language languages_url license:license_2 master_branch merges_url milestones_url mirror_url name node_id notifications_url open_issues=n open_issues_count=n organization owner:creator permissions=? private=b public=b pulls_url pushed_at=? releases_url role_name size=n ssh_url stargazers=n stargazers_count=n stargazers_url statuses_url subscribers_url subscription_url svn_url tags_url teams_url topics[] trees_url updated_at url visibility watchers=n watchers_count=n web_commit_signoff_required=b',
  gollum:
    'enterprise=? installation=? organization:organization pages[]:pages repository:repository sender:organization_2',
  head_commit: 'author:author committer:author id message timestamp tree_id',
  head_commit_2: 'author:author_2 committer:author_2 id message timestamp tree_id',
  head_repository:
    'archive_url assignees_url blobs_url branches_url collaborators_url comments_url commits_url compare_url contents_url contributors_url deployments_url description=? downloads_url events_url fork=b forks_url full_name git_commits_url git_refs_url git_tags_url hooks_url html_url id=n issue_comment_url issue_events_url issues_url keys_url labels_url languages_url merges_url milestones_url name node_id notifications_url owner:owner_2 private=b pulls_url releases_url stargazers_url statuses_url subscribers_url subscription_url tags_url teams_url trees_url url',
  head_repository_2:
    'archive_url assignees_url blobs_url branches_url collaborators_url comments_url commits_url compare_url contents_url contributors_url deployments_url description downloads_url events_url fork=b forks_url full_name git_commits_url git_refs_url git_tags_url hooks_url html_url id=n issue_comment_url issue_events_url issues_url keys_url labels_url languages_url merges_url milestones_url name node_id notifications_url owner:creator private=b pulls_url releases_url stargazers_url statuses_url subscribers_url subscription_url tags_url teams_url trees_url url',
  issue:
    'active_lock_reason assignee:creator assignees[]:creator author_association body closed_at comments=n comments_url created_at draft=b events_url html_url id=n issue_dependencies_summary:issue_dependencies_summary labels[]:labels labels_url locked=b milestone:milestone node_id number=n performed_via_github_app=? pinned_comment=? pull_request:pull_request reactions=? repository_url state state_reason sub_issues_summary:sub_issues_summary timeline_url title type:type updated_at url user:creator',
  issue_2:
    'active_lock_reason assignee:creator assignees[]:creator author_association body closed_at comments=n comments_url created_at draft=b events_url html_url id=n issue_dependencies_summary:issue_dependencies_summary issue_field_values[]:issue_field_values labels[]:labels labels_url locked=b milestone:milestone node_id number=n performed_via_github_app=? pinned_comment=? pull_request:pull_request reactions=? repository_url state state_reason sub_issues_summary:sub_issues_summary timeline_url title type:type updated_at url user:creator',
  issue_3: 'href pinned_comment=?',
  issue_comment:
    'action changes=? comment:comment_2 enterprise=? installation=? issue:issue organization:organization repository:repository sender:organization_2',
  issue_dependencies_summary: 'blocked_by=n blocking=n total_blocked_by=n total_blocking=n',
  issue_field_values: 'data_type issue_field_id=n node_id single_select_option:single_select_option value=?',
  issues:
    'action assignee:creator changes=? enterprise=? installation=? issue:issue_2 issue_field=? issue_field_value=? label:labels milestone:milestone organization:organization repository:repository sender:organization_2 type:type',
  label:
    'action changes=? enterprise=? installation=? label:labels organization:organization repository:repository sender:organization_2',
  labels: 'color default=b description id=n name node_id url',
  license: 'html_url key name node_id spdx_id url',
  license_2: 'key name node_id spdx_id url',
  merge_group: 'base_ref base_sha head_commit:head_commit_2 head_ref head_sha',
  merge_group_2:
    'action installation=? merge_group:merge_group organization:organization reason repository:repository sender:organization_2',
  milestone:
    'closed_at closed_issues=n created_at creator:creator description due_on html_url id=n labels_url node_id number=n open_issues=n state title updated_at url',
  milestone_2:
    'action changes=? enterprise=? installation=? milestone:milestone organization:organization repository:repository sender:organization_2',
  milestone_3:
    'closed_at closed_issues=n created_at creator:organization_2 description due_on html_url id=n labels_url node_id number=n open_issues=n state title updated_at url',
  milestone_4:
    'closed_at closed_issues=n created_at creator:owner description due_on html_url id=n labels_url node_id number=n open_issues=n state title updated_at url',
  organization:
    'avatar_url description email=? events_url hooks_url html_url=? id=n issues_url login members_url name=? node_id public_members_url repos_url url',
  organization_2:
    'avatar_url email events_url followers_url following_url gists_url gravatar_id html_url id=n login name node_id organizations_url received_events_url repos_url site_admin=b starred_at starred_url subscriptions_url type url user_view_type',
  owner:
    'avatar_url deleted=b email events_url followers_url following_url gists_url gravatar_id html_url id=n login name node_id organizations_url received_events_url repos_url site_admin=b starred_at starred_url subscriptions_url type url user_view_type',
  owner_2:
    'avatar_url events_url followers_url following_url gists_url gravatar_id html_url id=n login node_id organizations_url received_events_url repos_url site_admin=b starred_url subscriptions_url type url',
  owner_3:
    'avatar_url events_url followers_url following_url gists_url gravatar_id html_url id=n login node_id organizations_url received_events_url repos_url site_admin=b starred_url subscriptions_url type url user_view_type',
  page_build:
    'build:build enterprise=? id=n installation=? organization:organization repository:repository sender:organization_2',
  pages: 'action html_url page_name sha summary title',
  parent: 'description html_url id=n members_url name node_id permission privacy repositories_url slug url',
  parents: 'html_url sha url',
  public: 'enterprise=? installation=? organization:organization repository:repository sender:organization_2',
  pull_request: 'diff_url html_url merged_at patch_url stack=? url',
  pull_request_2:
    '_links:_links active_lock_reason additions=n allow_auto_merge=b allow_update_branch=b assignee:owner assignees[]:owner author_association auto_merge:auto_merge base:base_3 body changed_files=n closed_at comments=n comments_url commits=n commits_url created_at delete_branch_on_merge=b deletions=n diff_url draft=b head:base_3 html_url id=n issue_url labels[]:labels locked=b maintainer_can_modify=b merge_commit_message merge_commit_sha merge_commit_title mergeable=b mergeable_state merged=b merged_at merged_by:owner milestone:milestone_4 node_id number=n patch_url rebaseable=b requested_reviewers[]:requested_reviewers requested_teams[]:requested_teams review_comment_url review_comments=n review_comments_url squash_merge_commit_message squash_merge_commit_title stack=? state statuses_url title updated_at url use_squash_pr_title_as_default=b user:owner',
  pull_request_3:
    'action after assignee:creator before changes=? enterprise=? installation=? label:labels milestone:milestone_3 number=n organization:organization pull_request:pull_request_2 reason repository:repository requested_reviewer:creator requested_team:requested_team sender:organization_2 stack=?',
  pull_request_4:
    '_links:_links active_lock_reason assignee:creator assignees[]:assignees author_association auto_merge:auto_merge_2 base:base_4 body closed_at comments_url commits_url created_at diff_url draft=b head:base_4 html_url id=n issue_url labels[]:labels locked=b merge_commit_sha merged_at milestone:milestone node_id number=n patch_url requested_reviewers[]:requested_reviewers_2 requested_teams[]:requested_team review_comment_url review_comments_url stack=? state statuses_url title updated_at url user:creator',
  pull_request_5: 'href stack=?',
  pull_request_6:
    '_links:_links active_lock_reason assignee:creator assignees[]:creator author_association auto_merge:auto_merge_2 base:base_4 body closed_at comments_url commits_url created_at diff_url draft=b head:base_4 html_url id=n issue_url labels[]:labels locked=b merge_commit_sha merged_at milestone:milestone node_id number=n patch_url requested_reviewers[]:requested_reviewers_2 requested_teams[]:requested_team review_comment_url review_comments_url stack=? state statuses_url title updated_at url user:creator',
  pull_request_review:
    'action changes=? enterprise=? installation=? organization:organization pull_request:pull_request_4 repository:repository review:review sender:organization_2',
  pull_request_review_comment:
    'action changes=? comment:comment_3 enterprise=? installation=? organization:organization pull_request:pull_request_6 repository:repository sender:organization_2',
  pull_requests: 'base:base head:base id=n number=n url',
  pull_requests_2: 'base:base_2 head:base_2 id=n number=n url',
  push: 'after base_ref before commits[]:commits compare created=b deleted=b enterprise=? forced=b head_commit:commits installation=? organization:organization pusher:author ref repository:repository sender:organization_2',
  referenced_workflows: 'path ref sha',
  registry_package:
    'created_at description ecosystem html_url id=n name namespace owner:owner_3 package_type package_version=? registry=? updated_at',
  registry_package_2:
    'action enterprise=? installation=? organization:organization registry_package:registry_package repository:repository sender:organization_2',
  release:
    'assets[]:assets assets_url author:creator body created_at discussion_url draft=b html_url id=n immutable=b name node_id prerelease=b published_at reactions=? tag_name tarball_url target_commitish updated_at upload_url url zipball_url',
  release_2:
    'action changes=? enterprise=? installation=? organization:organization release:release repository:repository sender:organization_2',
  repo: 'has_pull_requests=? id=n name pull_request_creation_policy=? url',
  repo_2:
    'allow_auto_merge=b allow_forking=b allow_merge_commit=b allow_rebase_merge=b allow_squash_merge=b allow_update_branch=b anonymous_access_enabled=b archive_url archived=b assignees_url blobs_url branches_url clone_url code_search_index_status:code_search_index_status collaborators_url comments_url commits_url compare_url contents_url contributors_url created_at=? default_branch delete_branch_on_merge=b deployments_url description disabled=b downloads_url events_url fork=b forks=n forks_count=n forks_url full_name git_commits_url git_refs_url git_tags_url git_url has_discussions=b has_downloads=b has_issues=b has_pages=b has_projects=b has_pull_requests=? has_wiki=b homepage hooks_url html_url id=n is_template=b issue_comment_url issue_events_url issues_url keys_url labels_url language languages_url license:license master_branch merge_commit_message merge_commit_title merges_url milestones_url mirror_url name node_id notifications_url open_issues=n open_issues_count=n organization owner:owner permissions=? private=b public=b pull_request_creation_policy=? pulls_url pushed_at=? releases_url role_name size=n squash_merge_commit_message squash_merge_commit_title ssh_url stargazers=n stargazers_count=n stargazers_url starred_at statuses_url subscribers_url subscription_url svn_url tags_url teams_url temp_clone_token topics[] trees_url updated_at url use_squash_pr_title_as_default=b visibility watchers=n watchers_count=n web_commit_signoff_required=b',
  repo_3:
    'allow_auto_merge=b allow_forking=b allow_merge_commit=b allow_rebase_merge=b allow_squash_merge=b allow_update_branch=b archive_url archived=b assignees_url blobs_url branches_url clone_url collaborators_url comments_url commits_url compare_url contents_url contributors_url created_at=? default_branch delete_branch_on_merge=b deployments_url description disabled=b downloads_url events_url fork=b forks=n forks_count=n forks_url full_name git_commits_url git_refs_url git_tags_url git_url has_discussions=b has_downloads=b has_issues=b has_pages=b has_projects=b has_pull_requests=? has_wiki=b homepage hooks_url html_url id=n is_template=b issue_comment_url issue_events_url issues_url keys_url labels_url language languages_url license:license_2 master_branch merge_commit_message merge_commit_title merges_url milestones_url mirror_url name node_id notifications_url open_issues=n open_issues_count=n organization owner:creator permissions=? private=b public=b pull_request_creation_policy=? pulls_url pushed_at=? releases_url role_name size=n squash_merge_commit_message squash_merge_commit_title ssh_url stargazers=n stargazers_count=n stargazers_url statuses_url subscribers_url subscription_url svn_url tags_url teams_url topics[] trees_url updated_at url use_squash_pr_title_as_default=b visibility watchers=n watchers_count=n web_commit_signoff_required=b',
  repository:
    'allow_auto_merge=b allow_forking=b allow_merge_commit=b allow_rebase_merge=b allow_squash_merge=b allow_update_branch=b anonymous_access_enabled=b archive_url archived=b assignees_url blobs_url branches_url clone_url collaborators_url comments_url commits_url compare_url contents_url contributors_url created_at=? custom_properties=? default_branch delete_branch_on_merge=b deployments_url description disabled=b downloads_url events_url fork=b forks=n forks_count=n forks_url full_name git_commits_url git_refs_url git_tags_url git_url has_discussions=b has_downloads=b has_issues=b has_pages=b has_projects=b has_pull_requests=? has_wiki=b homepage hooks_url html_url id=n is_template=b issue_comment_url issue_events_url issues_url keys_url labels_url language languages_url license:license master_branch merge_commit_message merge_commit_title merges_url milestones_url mirror_url name network_count=n node_id notifications_url open_issues=n open_issues_count=n organization:organization_2 owner:owner permissions=? private=b public=b pull_request_creation_policy=? pulls_url pushed_at=? releases_url role_name size=n squash_merge_commit_message squash_merge_commit_title ssh_url stargazers=n stargazers_count=n stargazers_url starred_at statuses_url subscribers_count=n subscribers_url subscription_url svn_url tags_url teams_url temp_clone_token template_repository:template_repository topics[] trees_url updated_at url use_squash_pr_title_as_default=b visibility watchers=n watchers_count=n web_commit_signoff_required=b',
  repository_2:
    'allow_forking=b archive_url archived=b assignees_url blobs_url branches_url clone_url code_of_conduct:code_of_conduct collaborators_url comments_url commits_url compare_url contents_url contributors_url created_at custom_properties=? default_branch delete_branch_on_merge=b deployments_url description disabled=b downloads_url events_url fork=b forks=n forks_count=n forks_url full_name git_commits_url git_refs_url git_tags_url git_url has_discussions=b has_downloads=b has_issues=b has_pages=b has_projects=b has_pull_requests=? has_wiki=b homepage hooks_url html_url id=n is_template=b issue_comment_url issue_events_url issues_url keys_url labels_url language languages_url license:license_2 master_branch=? merges_url milestones_url mirror_url name network_count=n node_id notifications_url open_issues=n open_issues_count=n owner:organization_2 permissions=? private=b public=? pull_request_creation_policy=? pulls_url pushed_at releases_url role_name security_and_analysis:security_and_analysis size=n ssh_url stargazers=? stargazers_count=n stargazers_url statuses_url subscribers_count=n subscribers_url subscription_url svn_url tags_url teams_url temp_clone_token topics[] trees_url updated_at url visibility watchers=n watchers_count=n web_commit_signoff_required=b',
  repository_3:
    'archive_url assignees_url blobs_url branches_url collaborators_url comments_url commits_url compare_url contents_url contributors_url deployments_url description=? downloads_url events_url fork=b forks_url full_name git_commits_url git_refs_url git_tags_url has_pull_requests=? hooks_url html_url id=n issue_comment_url issue_events_url issues_url keys_url labels_url languages_url master_branch=? merges_url milestones_url name node_id notifications_url owner:owner_2 private=b public=? pull_request_creation_policy=? pulls_url releases_url stargazers=? stargazers_url statuses_url subscribers_url subscription_url tags_url teams_url trees_url url',
  repository_4:
    'archive_url assignees_url blobs_url branches_url collaborators_url comments_url commits_url compare_url contents_url contributors_url deployments_url description downloads_url events_url fork=b forks_url full_name git_commits_url git_refs_url git_tags_url has_pull_requests=? hooks_url html_url id=n issue_comment_url issue_events_url issues_url keys_url labels_url languages_url master_branch=? merges_url milestones_url name node_id notifications_url owner:creator private=b public=? pull_request_creation_policy=? pulls_url releases_url stargazers=? stargazers_url statuses_url subscribers_url subscription_url tags_url teams_url trees_url url',
  repository_dispatch:
    'action branch client_payload=? enterprise=? installation=? organization:organization repository:repository sender:organization_2',
  requested_action: 'identifier',
  requested_reviewers:
    'avatar_url deleted=b description email events_url followers_url following_url gists_url gravatar_id html_url id=n login members_url name node_id organizations_url parent:parent permission privacy received_events_url repos_url repositories_url site_admin=b slug starred_at starred_url subscriptions_url type url user_view_type',
  requested_reviewers_2:
    'avatar_url deleted=b description email events_url followers_url following_url gists_url gravatar_id html_url id=n login members_url name node_id organizations_url parent:parent permission privacy received_events_url repos_url repositories_url site_admin=b slug starred_url subscriptions_url type url user_view_type',
  requested_team:
    'deleted=b description html_url id=n members_url name node_id parent:parent permission privacy repositories_url slug url',
  requested_teams:
    'deleted=b description enterprise_id=n html_url id=n ldap_dn members_url name node_id notification_setting organization_id=n parent:parent permission privacy repositories_url slug type url',
  review:
    '_links:_links_2 author_association body commit_id html_url id=n node_id pull_request_url state submitted_at updated_at user:creator',
  rule: 'admin_enforced=b allow_deletions_enforcement_level allow_force_pushes_enforcement_level authorized_actor_names[] authorized_actors_only=b authorized_dismissal_actors_only=b create_protected=b created_at dismiss_stale_reviews_on_push=b id=n ignore_approvals_from_contributors=b linear_history_requirement_enforcement_level lock_allows_fork_sync=b lock_branch_enforcement_level merge_queue_enforcement_level name pull_request_reviews_enforcement_level repository_id=n require_code_owner_review=b require_last_push_approval=b required_approving_review_count=n required_conversation_resolution_level required_deployments_enforcement_level required_status_checks[] required_status_checks_enforcement_level signature_requirement_enforcement_level strict_required_status_checks_policy=b updated_at',
  security_and_analysis:
    'advanced_security=? code_security=? dependabot_security_updates=? secret_scanning=? secret_scanning_ai_detection=? secret_scanning_non_provider_patterns=? secret_scanning_push_protection=?',
  single_select_option: 'color id=n name',
  status:
    'avatar_url branches[]:branches commit:commit_3 context created_at description enterprise=? id=n installation=? name organization:organization repository:repository sender:organization_2 sha state target_url updated_at',
  sub_issues_summary: 'completed=n percent_completed=n total=n',
  template_repository:
    'allow_auto_merge=b allow_merge_commit=b allow_rebase_merge=b allow_squash_merge=b allow_update_branch=b archive_url archived=b assignees_url blobs_url branches_url clone_url collaborators_url comments_url commits_url compare_url contents_url contributors_url created_at default_branch delete_branch_on_merge=b deployments_url description disabled=b downloads_url events_url fork=b forks_count=n forks_url full_name git_commits_url git_refs_url git_tags_url git_url has_downloads=b has_issues=b has_pages=b has_projects=b has_wiki=b homepage hooks_url html_url id=n is_template=b issue_comment_url issue_events_url issues_url keys_url labels_url language languages_url merge_commit_message merge_commit_title merges_url milestones_url mirror_url name network_count=n node_id notifications_url open_issues_count=n owner=? permissions=? private=b pulls_url pushed_at releases_url size=n squash_merge_commit_message squash_merge_commit_title ssh_url stargazers_count=n stargazers_url statuses_url subscribers_count=n subscribers_url subscription_url svn_url tags_url teams_url temp_clone_token topics[]=? trees_url updated_at url use_squash_pr_title_as_default=b visibility watchers_count=n',
  type: 'color created_at description id=n is_enabled=b name node_id updated_at',
  verification: 'payload=? reason signature verified=b verified_at',
  watch: 'action enterprise=? installation=? organization:organization repository:repository sender:organization_2',
  workflow: 'badge_url created_at html_url id=n name node_id path state updated_at url',
  workflow_dispatch:
    'enterprise=? inputs=? installation=? organization:organization ref repository:repository sender:organization_2 workflow',
  workflow_run:
    'actor:creator artifacts_url cancel_url check_suite_id=n check_suite_node_id check_suite_url conclusion created_at display_title event head_branch head_commit=? head_repository:head_repository head_sha html_url id=n jobs_url logs_url name node_id path previous_attempt_url=? pull_requests[]:pull_requests_2 referenced_workflows[]:referenced_workflows repository:repository_3 rerun_url run_attempt=n run_number=n run_started_at status triggering_actor:creator updated_at url workflow_id=n workflow_url',
  workflow_run_2:
    'actor:creator artifacts_url cancel_url check_suite_id=n check_suite_node_id check_suite_url conclusion created_at display_title event head_branch head_commit:head_commit head_repository:head_repository_2 head_sha html_url id=n jobs_url logs_url name node_id path previous_attempt_url pull_requests[]:pull_requests_2 referenced_workflows[]:referenced_workflows repository:repository_4 rerun_url run_attempt=n run_number=n run_started_at status triggering_actor:creator updated_at url workflow_id=n workflow_url',
  workflow_run_3:
    'action enterprise=? installation=? organization:organization repository:repository sender:organization_2 workflow:workflow workflow_run:workflow_run_2',
};

/** The shape of each event. Events that are not here may bring anything. */
export const EVENT_SHAPES: Readonly<Record<string, string>> = {
  branch_protection_rule: 'branch_protection_rule',
  check_run: 'check_run_2',
  check_suite: 'check_suite_3',
  create: 'create',
  delete: 'delete',
  deployment: 'deployment_3',
  deployment_status: 'deployment_status_2',
  discussion: 'discussion_2',
  discussion_comment: 'discussion_comment',
  fork: 'fork',
  gollum: 'gollum',
  issue_comment: 'issue_comment',
  issues: 'issues',
  label: 'label',
  merge_group: 'merge_group_2',
  milestone: 'milestone_2',
  page_build: 'page_build',
  public: 'public',
  pull_request: 'pull_request_3',
  pull_request_review: 'pull_request_review',
  pull_request_review_comment: 'pull_request_review_comment',
  push: 'push',
  registry_package: 'registry_package_2',
  release: 'release_2',
  repository_dispatch: 'repository_dispatch',
  status: 'status',
  watch: 'watch',
  workflow_dispatch: 'workflow_dispatch',
  workflow_run: 'workflow_run_3',
};
