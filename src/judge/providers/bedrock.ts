import { type MessagesRequest, messagesProvider, type OutgoingRequest } from './messages-provider.ts';
import type { Provider } from './provider.ts';
import { type AwsCredentials, signAws } from './sign-aws.ts';

export interface BedrockOptions {
  readonly region: string;
  /** An API key of Bedrock, or the keys of an identity that may invoke the model. */
  readonly credentials: { readonly bearer: string } | AwsCredentials;
  /** Absent: the region's own address. */
  readonly baseUrl?: string;
  /** For one attempt, in milliseconds. */
  readonly timeoutMs?: number;
}

/** Amazon Bedrock. It has no look-up for inference profiles, and tokens are estimated. */
export function bedrockProvider(options: BedrockOptions): Provider {
  return messagesProvider({
    name: `Amazon Bedrock in ${options.region}`,
    token: 'unused',
    translate: (request) => bedrockRequest(options, request, new Date()),
    missing: ['models', 'count', 'schema'],
    ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
  });
}

/** A question as Bedrock takes it: the model stands in the address, the version of the form in the body. */
export function bedrockRequest(options: BedrockOptions, { body }: MessagesRequest, now: Date): OutgoingRequest {
  const { model, ...question } = body;
  const { region, credentials } = options;
  const base = options.baseUrl ?? `https://bedrock-runtime.${region}.amazonaws.com`;
  const url = `${base.replace(/\/+$/, '')}/model/${encodeURIComponent(String(model))}/invoke`;
  const text = JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', ...question });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  if ('bearer' in credentials) {
    return { url, headers: { ...headers, authorization: `Bearer ${credentials.bearer}` }, body: text };
  }
  const signed = signAws({ method: 'POST', url, headers, body: text, region, service: 'bedrock', now }, credentials);
  return { url, headers: signed, body: text };
}
