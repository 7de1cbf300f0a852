/** Words and phrases of workflows, their scripts and what they release; as in concepts.ts. */
export const WORKFLOW_CONCEPTS = {
  ciWord:
    'ci, cd, cicd, continuous integration, workflow, github actions, pipeline, runner, job, pull request, reusable workflow',
  ciAction:
    'github action, third party action, marketplace action, workflow action, external action, community action, pinned action, setup action, composite action',
  // Which actions, and what stands behind their refs.
  allowList: 'allow list, allowlist, whitelist, deny list, denylist, blocklist, ban list',
  allowedAction:
    'approved action, allowed action, permitted action, forbidden action, banned action, vetted action, unapproved action, prohibited action, approved github action, allowed github action, approved third party action, allowed third party action, action approved list, actions are forbidden, actions are allowed list',
  networkList: 'ip, address, network, domain, host, cors, egress, url',
  superfluous: 'superfluous, unnecessary, unneeded, redundant, needless',
  runnerCommand:
    'runner command, gh cli, built command, built command of runner, preinstalled command, preinstalled tool, installed on runner',
  ciPlace: 'ci, workflow, github actions, runner',
  impostorCommit:
    'impostor commit, imposter commit, fork commit, fork network, commit belongs, commit reachable, commit exist',
  refConfusion: 'ref confusion, ambiguous ref, ref ambiguous, tag and branch same name',
  repoJacking: 'repo jacking, repojacking, repository jacking, repository takeover, renamed owner, deleted owner',
  versionComment: 'version comment, comment version, tag comment, comment names version',
  ofRelease: 'tagged release, tagged commit, release commit',
  typosquat: 'typosquat, misspelled, misspelt, lookalike',
  toolVersion: 'tool version, tools installed by action, tools installed, cli version, versions of tool, build tool',
  adhocInstall:
    'pip install, npm install, npx, gem install, cargo install, go install, global install, ad hoc install, adhoc install, installed globally, package installed in workflow, installed ad hoc, tools installed in workflow',
  virtualenv: 'virtual environment, virtualenv, venv, global python, system python',
  plainHttp:
    'plain http, http url, insecure url, insecure scheme, unencrypted connection, https, insecure http, git protocol',
  fetched: 'download, fetch, clone, curl, wget',
  dependencyReview: 'dependency review, dependency review action, dependency review check',
  stops: 'fail, block, stop, gate, enforce, reject, pull request, check, ci, required, configured',
  // Updates.
  dependabot: 'dependabot, dependabot yml',
  updates:
    'dependabot, dependency update, version update, package update, update of dependency, update pull request, automated update, automatic update, dependency version, new version, new release',
  cooldown:
    'cooldown, cool down, minimum release age, minimum age, release age, waiting period, days old, stability days, seven days, quarantine period',
  renovate: 'renovate, renovatebot',
  covers:
    'ecosystem, cover, configured, package manager, lock file, lockfile, enabled, github actions, manifest, keep, kept, watch, entry',
  ofAlerts: 'alert, security update, triage, merge, reviewed, group, label, week',
  autoUpdated:
    'action up-to-date, action kept up-to-date, actions kept updated, actions kept current, actions updated automatically, actions receive update',
  externalCode:
    'insecure external code execution, external code execution, external code, insecure code execution, code of package, package code',
  valid: 'valid, syntax, schema, accepted, error free, syntactically, well formed, parse, lint',
  // Publishing.
  trustedPublishing: 'trusted publishing, trusted publisher, oidc publishing, publish by oidc',
  packageRegistry:
    'pypi, npm, npmjs, crates io, rubygems, nuget, package registry, package published, publish package, package publication',
  lastingKey:
    'api token, long lived, static token, static credential, oidc, short lived, registry token, api key, upload token, publish token, npm token, pypi token, identity of workflow, stored token',
  provenance: 'provenance, attestation, slsa, build provenance, provenance statement',
  signing: 'signed, signature, cosign, sigstore',
  sbom: 'sbom, software bill materials, bill materials, cyclonedx, spdx',
  made: 'generate, create, produce, exist, available',
  released: 'artifact, release, image, package, container, binary, build, supply chain, published, deliverable, slsa',
  otherSigned:
    'commit, token, jwt, cookie, contract, url, tag, model, data, dataset, legal, certificate, request, webhook, verify, admission, cla, dco, mobile, ios, android, desktop, app store',
  // Permissions.
  otherToken:
    'access token, oauth, refresh token, api token, user token, bearer token, personal access token, pat, jwt',
  documented: 'documented, comment, justified, justification, explained, reason',
  githubApp: 'app token, installation token, github app token, app installation token, token of github app',
  narrowed: 'scope, narrow, limit, restrict, least privilege',
  permissionsMinimal:
    'permission minimal, permission minimum, minimal permission, minimum permission, least permission, permission least privilege, least privilege, principle of least privilege, permission restricted, permission limited, permission scoped, narrow permission, permission narrow, permission as small as possible, minimum privilege, minimal privilege, least privilege principle, limited permission, restricted permission, permissions follow least privilege, permission small',
  enforced: 'enforce, apply, follow, keep, kept, everywhere, grant, needed',
  // Agents.
  startedBy: 'trigger, start, invoke, launch, summon, call, run, react, respond, activate',
  stranger:
    'stranger, outsider, anyone, anybody, everyone, everybody, public, fork, external contributor, untrusted, outside contributor, outside collaborator, untrusted user, arbitrary user, unknown user, random user, external user, non collaborator',
  insider:
    'maintainer, collaborator, team member, write access, trusted user, author association, repository owner, org member, organisation member, organization member, repository member, trusted people, member',
  agentAtWork:
    'ai agent, coding agent, llm agent, claude code, agentic workflow, ai reviewer, ai step, ai job, ai workflow, ai bot, ai code review, llm step, agent workflow, agent job, agent step, codex action, ai coding agent, ai action, ai powered workflow, ai assistant in workflow',
  lastStep: 'last step, final step, run last, last in job, end of job, nothing follows',
  follows: 'after, follow, later step, subsequent step, subsequent, later',
  agentOutput:
    'ai output, model output, llm output, agent output, output of ai, output of ai agent, output of model, output of llm, output of agent, ai generated text, ai response, llm response, output of coding agent, ai agent output',
  webPage: 'html, xss, browser, web page, web application, web app, frontend, cross site',
  executed:
    'executed, eval, evaluated as code, shell, treated as code, run as code, run as command, interpolated, pasted into script, script',
  // Strangers.
  artifact: 'artifact, build artifact, workflow artifact, uploaded artifact, uploaded file, build output',
  untrustedRun:
    'untrusted, fork, outsider, stranger, pull request target, workflow run, attacker, external contributor, poisoned, untrusted run, untrusted workflow, pull request run, pull request build',
  artifactPoisoning: 'artifact poisoning, poisoned artifact',
  environmentFile: 'github env, github path, environment file, env file injection, github output, set path',
  written: 'write, written, append, untrusted, injection, attacker, pull request, user controlled, outsider',
  argumentInjection: 'argument injection, option injection, flag injection',
  requestForgery: 'ssrf, server side request forgery, request forgery',
  botCheck:
    'bot condition, actor check, bot check, dependabot actor, bot actor, github actor, actor name, spoofable, spoofed bot, bot identity, bot name',
  checkoutRace:
    'checkout race, toctou, time of check, head sha, approved commit, reviewed commit, race condition checkout, commit reviewed, mutable ref',
  checkedOut: 'checkout, checked, run, built, build, test, workflow dispatch, label, comment, approval, dispatch',
  tfPlan: 'terraform plan, plan output, plan file, tfplan, plan artifact, plan comment, tofu plan, opentofu plan',
  leaks: 'secret, leak, sensitive, uploaded, artifact, posted, public, expose, credential',
  readOnly: 'readonly, read role, separate role, own role, write role, apply role, plan role',
  unsafeTerraformFlag:
    'force unlock, lock false, lock disabled, disable locking, refresh false, target flag, terraform target, resource targeting, unsafe flag, unsafe terraform flag, state locking bypassed, bypass lock',
  planned: 'pull request, pr, fork, untrusted, plan',
  // Secrets at work.
  printed: 'print, echo, printenv, dump, stdout, console output',
  inLogs: 'log, workflow log, build log, job log, log output, ci log',
  negated: 'no, not, none, cannot, leak, appear, end, show, reach, free, neither, prevent, avoid, expose',
  secretUse: 'access, usage, change, attempt, audit, rotation, login, retrieval, reset, event, management',
  masked: 'mask, redact',
  ciLog:
    'workflow log, job log, ci log, build log, pipeline log, runner log, action log, github actions log, log of workflow, logs in ci',
  artifactStore:
    'artifact repository, artifact registry, artifactory, artifact store, artifact storage, registry, vault, secret manager, key vault, managed, rotate, authenticate',
  perStep:
    'step, step level, job level, workflow level, single step, job env, workflow env, step env, entire workflow, whole workflow, entire job, whole job, tojson, workflow level env, job level env',
  needed: 'need, scoped, expose, pass, reach, limited, level, avoid, tojson, available, given, env',
  githubEnvironment:
    'environment secret, github environment, protected environment, environment protection, environment scoped, environment protection rule, guarded environment, secrets in environment',
  debugLogging: 'debug logging, step debug, runner debug, actions step debug, actions runner debug',
  exfiltration: 'exfiltrate, smuggled, sent outside',
  reverseShell: 'reverse shell, remote shell, backdoor shell',
  explicitSecrets: 'inherit, explicit, named, individually, needed',
  // What GitHub accepts and starts.
  reusable: 'reusable workflow, called workflow, workflow call, shared workflow',
  callParts: 'input, output, match, required input, declared, mismatch, signature, interface, argument, parameter',
  nesting: 'nest, depth, recursion, recursive, circle, circular, deep',
  stepOutput: 'step output, job output, needs output, output of step, output of job, output reference',
  exists:
    'exist, defined, undefined, declared, missing, set, present, resolve, valid, unknown, unique, nonexistent, non existent',
  eventProperty:
    'event property, event properties, event payload, github event property, event context, property of event, event field, github event context, payload field, github event',
  actionInput: 'action input, input of action, required input, inputs of github actions',
  deprecatedCommand:
    'deprecated workflow command, deprecated command, set output command, save state command, deprecated set output, obsolete workflow command, workflow command deprecated, set output deprecated, add path command, set env command',
  insecureCommand: 'insecure command, unsecure command, allow unsecure command, actions allow unsecure command',
  nodeRuntime:
    'node version, node runtime, node js version, node js runtime, nodejs version, deprecated runtime, action runtime, javascript runtime, deprecated node, node 12, node 16, supported node, supported runtime, runtime version',
  supportedWord: 'supported, current, maintained',
  retired:
    'retired, deprecated, outdated, obsolete, end of life, eol, up-to-date, sunset, still available, unsupported, still supported',
  runnerWord: 'runner, runner image, runner label, hosted runner, github hosted runner, runner version, runner os',
  otherRunner: 'test runner, task runner, gitlab runner, job runner process, tool runner',
  runnerLabel: 'runner label, runs on label, label of runner',
  githubHosted:
    'github hosted runner, github hosted, no self hosted, no self hosted runner, avoid self hosted runner, avoid self hosted, self hosted runners are avoided, self hosted runner not, self hosted runner forbidden, self hosted runners are prohibited, ephemeral runner, runners are ephemeral, disposable runner, runner disposable',
  hardenRunner:
    'harden runner, runner hardening, runner egress, egress of runner, egress of job, runner network egress',
  mergeQueue: 'merge queue, merge group, merge train',
  check: 'check, required check, ci, test, workflow',
  pathFilter: 'path filter, paths ignore, path pattern, filter of path',
  matches: 'match, existing, effective, file, folder, correct, stale, outdated',
  superseded:
    'superseded, outdated run, obsolete run, redundant run, stale run, previous run, older run, in progress run, newer commit, newer push, new commit, new push, outdated, older',
  cancels: 'cancel, cancelled, cancel in progress, concurrency, concurrency group, stop',
  concurrencyGroup: 'concurrency, concurrency group, concurrency control, concurrency limit',
  deadlock: 'deadlock, queue',
  overlap:
    'parallel deployment, overlapping deployment, concurrent deployment, simultaneous deployment, deployments in parallel, deployments overlap, deployments are serialized, serialized deployment',
  otherCache: 'cdn, http, api, query, response, page, tenant, redis',
  cacheKey: 'cache key, keys of cache',
  keyOf: 'hash, lock file, lockfile, hashfiles, dependency, static, restore key',
  cacheSize: 'cache bloat, cache size, cache quota, cache saved',
  nameWord: 'name, descriptive name, display name, human readable name',
  workflowParts: 'workflow, job, workflow job, step',
  condition: 'condition, conditional, workflow condition',
  soundness: 'true, false, constant, sound, dead, bypass, effective, evaluate, correct, silently true',
  reachable: 'dead, sound, effective, correct, reachable, unreachable, trigger',
  obfuscated: 'obfuscate, hidden code, encoded command',
  yamlAnchor: 'yaml anchor, anchor, yaml alias',
  unusedWord: 'unused, undefined, dead, misused',
  buildMatrix:
    'build matrix, job matrix, test matrix, strategy matrix, matrix value, matrix of job, workflow matrix, matrix entry',
  matrixFault: 'duplicate, exclude, repeat, valid, exclusion, twice, unique',
  trailingBreak: 'trailing newline, trailing line break, block scalar, line break in value, yaml block',
  compositeAction: 'composite action',
  shellNamed: 'shell, explicit shell, names shell, shell set',
  localAction: 'local action, own action, repository action, internal action',
  actionMetadata: 'action metadata, action yml, action yaml, metadata of action, action definition',
  windowsCmd: 'cmd, cmd exe, windows cmd, shell cmd',
  windowsShell: 'pwsh, workflow, step, github actions, ci',
  envVarName: 'environment variable name, env var name, name of environment variable, env variable name',
  jobGraph:
    'job dependency, dependencies between job, job graph, circular job, circular need, needs reference, needs exist, needs of job, cyclic need',
  eventRaised:
    'raised with github token, triggered by github token, github token push, pushes made with github token, events of github token',
  reviewSettings:
    'pipewright, pipewright settings, review settings, review configuration, review policy, review gate, reviewer settings, settings of review, review waiver',
  weakened: 'weaken, loosen, relax, disable, bypass, lower, untouched, switched',
  // Scripts.
  shellcheck: 'shellcheck, shell check, shellcheck warning',
  shellScript:
    'shell script, bash script, run script, inline script, workflow script, scripts of workflow, run step, run block, shell code, shell command',
  shellFault:
    'quote, unquoted, word splitting, linted, empty variable, unset variable, name with space, spaces in name, spaces in file name, static analysis',
  strictMode: 'set e, set euo, set eu, euo pipefail, strict mode, errexit, exit on error, fail fast, fails on error',
  // Delivery.
  buildOnce:
    'tested image, image tested, image built is image deployed, deployed image, image deployed, artifact deployed, deployed artifact, build deploy everywhere, build deploy many, artifact promoted, image promoted, identical image, identical artifact, rebuilt per environment, rebuilding per environment',
  thenDeployed: 'deploy, promote, environment, production, stage, built, released, tested, everywhere, rebuilt',
} as const;
