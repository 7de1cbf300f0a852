import type { DockerImage } from '../../../documents/dockerfile.ts';

/** What a container of an image runs as, when nothing says otherwise. */
export type ImageUser = 'root' | 'other' | 'unknown';

// As the publishers build them, as known in November 2026. Names without the registry of Docker Hub.
const OTHER: readonly RegExp[] = [
  /^gcr\.io\/distroless\/.*:(.*-)?nonroot/,
  /^(cgr\.dev\/|chainguard\/)/,
  /^dhi\.io\//,
  /(^|\/)[\w.-]+-(nonroot|unprivileged|rootless)(:|$)/,
  /:[\w.-]*(nonroot|unprivileged|rootless|chiseled|distroless)/,
  /^(bitnami|bitnamilegacy|bitnamisecure)\//,
  /^(nginxinc\/nginx-unprivileged|curlimages\/curl|mambaorg\/micromamba)(:|$)/,
  /^(apache\/airflow|apache\/spark|apache\/superset|apache\/kafka|apache\/nifi|apache\/beam_python)/,
  /^(quay\.io\/)?jupyter(hub)?\/[\w-]+/,
  /^(jenkins\/|grafana\/|prom\/|quay\.io\/prometheus\/|quay\.io\/keycloak\/|quay\.io\/strimzi\/)/,
  /^(confluentinc|selenium|cypress\/included|sonarqube|kong|elastic|opensearchproject|provectuslabs)(\/|:|$)/,
  /^docker\.elastic\.co\//,
  /^registry\.access\.redhat\.com\/ubi\d+\/(nodejs|python|openjdk|ruby|go-toolset|php|nginx|httpd|perl|dotnet)-?/,
  /^gitpod\/workspace-/,
  /^(seldonio|kserve|prefecthq\/prefect-dbt)\//,
  /^(jetty|memcached|couchdb|haproxy|varnish|solr|ghost|sonarqube|neo4j|flink|storm|nats-streaming|kong|logstash|kibana|elasticsearch)(:|$)/,
];

/** Their entry point starts as root only to prepare the data folder, and then drops to a user of its own. */
const DROPS_BY_ITSELF =
  /^(postgres|postgis\/postgis|pgvector\/pgvector|timescale\/timescaledb(-ha)?|mysql|mariadb|percona|redis|valkey\/valkey|mongo|rabbitmq|cassandra|zookeeper|influxdb|clickhouse\/clickhouse-server|redmine|rocket\.chat|minio\/minio)(:|$)/;

const ROOT: readonly RegExp[] = [
  /^(almalinux|alpine|amazoncorretto|amazonlinux|archlinux|bash|buildpack-deps|busybox|caddy|centos|clojure|composer|dart|debian|docker|drupal|eclipse-temurin|elixir|erlang|fedora|gcc|golang|gradle|haskell|httpd|ibmjava|joomla|julia|maven|mono|nginx|node|openjdk|opensuse|oraclelinux|perl|photon|php|phpmyadmin|pypy|python|r-base|rockylinux|ros|ruby|rust|sapmachine|scala|swift|tomcat|tomee|traefik|ubuntu|wordpress)(:|$)/,
  /^(public\.ecr\.aws\/docker\/library|mirror\.gcr\.io\/library)\//,
  /^public\.ecr\.aws\/amazonlinux\//,
  /^gcr\.io\/distroless\//,
  /^(nvidia\/cuda|nvcr\.io\/nvidia|pytorch\/pytorch|tensorflow\/tensorflow|huggingface|rocm|rapidsai)/,
  /^(continuumio|condaforge)\//,
  /^mcr\.microsoft\.com\/(dotnet|playwright|azure-cli|cbl-mariner|azurelinux|powershell|openjdk|azureml)/,
  /^registry\.access\.redhat\.com\/(ubi\d+(-minimal|-micro|-init)?|ubi\d+\/ubi(-minimal|-micro|-init)?)(:|@|$)/,
  /^ghcr\.io\/astral-sh\/uv/,
  /^(tiangolo|amd64|arm64v8|arm32v7|i386|balenalib)\//,
  /^(google\/cloud-sdk|gcr\.io\/google\.com\/cloudsdktool|amazon\/aws-cli|hashicorp|alpine)(\/|:|$)/,
];

/** The user of an image from elsewhere; `unknown` for every image we have not looked at. */
export function userOfImage({ repository, tag }: DockerImage): ImageUser {
  if (repository === undefined) return 'unknown';
  const name = `${repository.replace(/^(index\.)?docker\.io\//, '').replace(/^library\//, '')}${tag ? `:${tag}` : ''}`;
  if (DROPS_BY_ITSELF.test(name) || OTHER.some((pattern) => pattern.test(name))) return 'other';
  return ROOT.some((pattern) => pattern.test(name)) ? 'root' : 'unknown';
}

/** Images whose platform decides about the user: functions, development containers. */
export function isPlatformImage({ repository = '' }: DockerImage): boolean {
  return /(^|\/)(lambda|aws-lambda-[\w-]+)(\/|$)|(^|\/)(devcontainers?|vscode)\/|functions?\/|azure-functions/.test(
    repository,
  );
}
