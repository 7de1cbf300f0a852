/** Actions and workflows of others that many repositories use, by the Marketplace and public workflows, November 2026; lower case. */
export const POPULAR_ACTIONS: readonly string[] = `
1password/load-secrets-action actions-rs/toolchain actions/add-to-project actions/attest-build-provenance actions/cache
actions/checkout actions/configure-pages actions/create-github-app-token actions/create-release
actions/dependency-review-action actions/deploy-pages actions/download-artifact actions/first-interaction
actions/github-script actions/labeler actions/setup-dotnet actions/setup-go actions/setup-java actions/setup-node
actions/setup-python actions/stale actions/upload-artifact actions/upload-pages-artifact actions/upload-release-asset
amannn/action-semantic-pull-request anchore/sbom-action anchore/scan-action anthropics/claude-code-action
appleboy/scp-action appleboy/ssh-action aquasecurity/setup-trivy aquasecurity/trivy-action astral-sh/ruff-action
astral-sh/setup-uv aws-actions/amazon-ecr-login aws-actions/amazon-ecs-deploy-task-definition
aws-actions/amazon-ecs-render-task-definition aws-actions/configure-aws-credentials azure/docker-login azure/k8s-deploy
azure/login azure/setup-helm azure/setup-kubectl azure/webapps-deploy benchmark-action/github-action-benchmark
browser-actions/setup-chrome bufbuild/buf-action cachix/cachix-action cachix/install-nix-action changesets/action
cloudflare/wrangler-action codecov/codecov-action conda-incubator/setup-miniconda coverallsapp/github-action
crate-ci/typos crazy-max/ghaction-import-gpg cypress-io/github-action dawidd6/action-download-artifact
denoland/setup-deno dependabot/fetch-metadata determinatesystems/nix-installer-action docker/bake-action
docker/build-push-action docker/login-action docker/metadata-action docker/scout-action docker/setup-buildx-action
docker/setup-compose-action docker/setup-qemu-action dorny/paths-filter dorny/test-reporter dtolnay/rust-toolchain
eifinger/setup-rye endbug/add-and-commit erlef/setup-beam expo/expo-github-action firebaseextended/action-hosting-deploy
geekyeggo/delete-artifact github/codeql-action gitleaks/gitleaks-action golang/govulncheck-action
golangci/golangci-lint-action google-github-actions/auth google-github-actions/deploy-cloudrun
google-github-actions/setup-gcloud googleapis/release-please-action goreleaser/goreleaser-action
gradle/actions gradle/gradle-build-action gradle/wrapper-validation-action hadolint/hadolint-action
hashicorp/setup-terraform hashicorp/vault-action haskell-actions/setup helm/chart-releaser-action
helm/chart-testing-action helm/kind-action jamesives/github-pages-deploy-action jetli/wasm-pack-action
jidicula/clang-format-action julia-actions/setup-julia jwlawson/actions-setup-cmake korthout/backport-action
lycheeverse/lychee-action mamba-org/setup-micromamba marocchino/sticky-pull-request-comment
maxim-lobanov/setup-xcode microsoft/setup-msbuild mikepenz/action-junit-report mikepenz/release-changelog-builder-action
mozilla-actions/sccache-action msys2/setup-msys2 mxschmitt/action-tmate ncipollo/release-action
nick-fields/retry nuget/setup-nuget ossf/scorecard-action oven-sh/setup-bun peaceiris/actions-gh-pages
peaceiris/actions-hugo peter-evans/create-issue-from-file peter-evans/create-or-update-comment
peter-evans/create-pull-request peter-evans/find-comment peter-evans/repository-dispatch pnpm/action-setup
pre-commit/action pulumi/actions pypa/cibuildwheel pypa/gh-action-pip-audit pypa/gh-action-pypi-publish
r-lib/actions raven-actions/actionlint release-drafter/release-drafter renovatebot/github-action
reviewdog/action-actionlint reviewdog/action-eslint ruby/setup-ruby rustsec/audit-check salsify/action-detect-and-tag-new-version
schneegans/dynamic-badges-action semgrep/semgrep-action shivammathur/setup-php shogo82148/actions-setup-perl
sigstore/cosign-installer sigstore/gh-action-sigstore-python slackapi/slack-github-action
slsa-framework/slsa-github-generator slsa-framework/slsa-verifier snyk/actions softprops/action-gh-release
sonarsource/sonarcloud-github-action sonarsource/sonarqube-scan-action stefanzweifel/git-auto-commit-action
step-security/harden-runner subosito/flutter-action super-linter/super-linter swatinem/rust-cache taiki-e/install-action
tauri-apps/tauri-action terraform-linters/setup-tflint tj-actions/changed-files treosh/lighthouse-ci-action
trufflesecurity/trufflehog ubuntu/setup-lxd webfactory/ssh-agent wagoid/commitlint-github-action
wtfjoke/setup-groovy xt0rted/pull-request-comment-branch zizmorcore/zizmor-action
`
  .trim()
  .split(/\s+/);
