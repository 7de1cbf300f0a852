import { type MessagesRequest, messagesProvider, type OutgoingRequest } from './messages-provider.ts';
import type { Provider } from './provider.ts';

export interface VertexOptions {
  readonly project: string;
  /** `europe-west1`, or `global`. */
  readonly location: string;
  /** An OAuth access token; it lives about an hour. */
  readonly accessToken: string;
  /** Absent: the location's own address. */
  readonly baseUrl?: string;
  /** For one attempt, in milliseconds. */
  readonly timeoutMs?: number;
}

/** Google Vertex AI. It has no look-up of models; tokens are counted by a call of its own. */
export function vertexProvider(options: VertexOptions): Provider {
  return messagesProvider({
    name: `Google Vertex AI in ${options.location}`,
    token: 'unused',
    translate: (request) => vertexRequest(options, request),
    missing: ['models', 'schema'],
    ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
  });
}

/** A question as Vertex takes it: the model stands in the address, except where its tokens are counted. */
export function vertexRequest(options: VertexOptions, { path, body }: MessagesRequest): OutgoingRequest {
  const { project, location, accessToken } = options;
  const base = options.baseUrl ?? `https://${location === 'global' ? '' : `${location}-`}aiplatform.googleapis.com`;
  const models = `${base.replace(/\/+$/, '')}/v1/projects/${encodeURIComponent(project)}/locations/${encodeURIComponent(location)}/publishers/anthropic/models`;
  const isCount = path.endsWith('/count_tokens');
  const { model, ...question } = body;
  return {
    url: isCount
      ? `${models}/count-tokens:rawPredict`
      : `${models}/${encodeURIComponent(String(model)).replaceAll('%40', '@')}:rawPredict`,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` },
    body: JSON.stringify(isCount ? { model, ...question } : { anthropic_version: 'vertex-2023-10-16', ...question }),
  };
}
