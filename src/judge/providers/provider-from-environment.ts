import { anthropicProvider } from './anthropic.ts';
import { bedrockProvider } from './bedrock.ts';
import type { Provider } from './provider.ts';
import { vertexProvider } from './vertex.ts';

/** A provider, or what is missing for one, for people. */
export type FoundProvider = { readonly provider: Provider } | { readonly missing: string };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The provider that the environment names. Credentials of a cloud stand in many environments for other reasons, so Bedrock
 * and Vertex are used only where `PIPEWRIGHT_MODEL_PROVIDER` says so.
 */
export function providerFromEnvironment(env: Environment): FoundProvider {
  const read = reader(env);
  const name = read('PIPEWRIGHT_MODEL_PROVIDER') ?? 'anthropic';
  switch (name) {
    case 'anthropic':
      return anthropic(read);
    case 'bedrock':
      return bedrock(read);
    case 'vertex':
      return vertex(read);
    default:
      return { missing: 'PIPEWRIGHT_MODEL_PROVIDER names no provider; it is anthropic, bedrock or vertex' };
  }
}

type Read = (...names: readonly string[]) => string | undefined;

/** The first of several variables that holds something. */
function reader(env: Environment): Read {
  return (...names) => names.map((name) => env[name]?.trim()).find((value) => value !== undefined && value !== '');
}

function anthropic(read: Read): FoundProvider {
  const apiKey = read('ANTHROPIC_API_KEY');
  const authToken = read('ANTHROPIC_AUTH_TOKEN');
  const baseUrl = read('ANTHROPIC_BASE_URL');
  // A token is a gateway's: the vendor gets none that was meant for somebody else.
  if (apiKey === undefined && (authToken === undefined || baseUrl === undefined)) {
    return { missing: 'ANTHROPIC_API_KEY is not set' };
  }
  return {
    provider: anthropicProvider({
      ...(apiKey === undefined ? {} : { apiKey }),
      ...(authToken === undefined || baseUrl === undefined ? {} : { authToken }),
      ...(baseUrl === undefined ? {} : { baseUrl }),
    }),
  };
}

function bedrock(read: Read): FoundProvider {
  const region = read('AWS_REGION', 'AWS_DEFAULT_REGION');
  const bearer = read('AWS_BEARER_TOKEN_BEDROCK');
  const accessKeyId = read('AWS_ACCESS_KEY_ID');
  const secretAccessKey = read('AWS_SECRET_ACCESS_KEY');
  const sessionToken = read('AWS_SESSION_TOKEN');
  const baseUrl = read('ANTHROPIC_BEDROCK_BASE_URL');
  if (region === undefined) return { missing: 'for Bedrock, AWS_REGION is not set' };
  const keys =
    accessKeyId === undefined || secretAccessKey === undefined
      ? undefined
      : { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
  const credentials = bearer === undefined ? keys : { bearer };
  if (credentials === undefined) {
    return {
      missing: 'for Bedrock, neither AWS_BEARER_TOKEN_BEDROCK nor AWS_ACCESS_KEY_ID with AWS_SECRET_ACCESS_KEY is set',
    };
  }
  return { provider: bedrockProvider({ region, credentials, ...(baseUrl === undefined ? {} : { baseUrl }) }) };
}

function vertex(read: Read): FoundProvider {
  const project = read('ANTHROPIC_VERTEX_PROJECT_ID', 'GOOGLE_CLOUD_PROJECT');
  const location = read('CLOUD_ML_REGION', 'GOOGLE_CLOUD_LOCATION');
  const accessToken = read('GOOGLE_OAUTH_ACCESS_TOKEN');
  const baseUrl = read('ANTHROPIC_VERTEX_BASE_URL');
  if (project === undefined) return { missing: 'for Vertex, GOOGLE_CLOUD_PROJECT is not set' };
  if (location === undefined) return { missing: 'for Vertex, GOOGLE_CLOUD_LOCATION is not set' };
  if (accessToken === undefined) return { missing: 'for Vertex, GOOGLE_OAUTH_ACCESS_TOKEN is not set' };
  return {
    provider: vertexProvider({ project, location, accessToken, ...(baseUrl === undefined ? {} : { baseUrl }) }),
  };
}
