import { afterEach, describe, expect, test } from '@jest/globals';
import { answerSchema } from '../../src/judge/answer-schema.ts';
import { modelJudge } from '../../src/judge/model-judge.ts';
import { anthropicProvider } from '../../src/judge/providers/anthropic.ts';
import { bedrockProvider, bedrockRequest } from '../../src/judge/providers/bedrock.ts';
import type { Provider, Question } from '../../src/judge/providers/provider.ts';
import { providerFromEnvironment } from '../../src/judge/providers/provider-from-environment.ts';
import { signAws } from '../../src/judge/providers/sign-aws.ts';
import { vertexProvider, vertexRequest } from '../../src/judge/providers/vertex.ts';
import { type FakeClaude, type FakeLimits, type FakeReply, fakeClaude } from '../support/fake-claude.ts';

const MODEL = 'eu.anthropic.claude-sonnet-5-5-v1:0';
const question: Question = { system: 'You review.', user: 'Data.', schema: answerSchema };
const answered = { text: '{"answers":[]}', stop: 'end_turn', spent: { inputTokens: 1200, outputTokens: 90 } };

let claude: FakeClaude | undefined;
afterEach(async () => {
  await claude?.close();
});

async function start(limits: FakeLimits = {}, ...replies: FakeReply[]): Promise<FakeClaude> {
  claude = await fakeClaude(replies.length === 0 ? [{ answers: [] }] : replies, [MODEL], limits);
  return claude;
}

describe('signatures of AWS, by the examples that AWS publishes', () => {
  const credentials = {
    accessKeyId: 'AKIDEXAMPLE',
    secretAccessKey: ['wJalrXUtnFEMI/K7MDENG+bPxRfi', 'CYEXAMPLEKEY'].join(''),
  };
  const suite = { body: '', region: 'us-east-1', service: 'service', now: new Date('2015-08-30T12:36:00Z') };

  test.each([
    [
      'a plain GET',
      'GET',
      'https://example.amazonaws.com/',
      '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
    ],
    [
      'parameters out of order',
      'GET',
      'https://example.amazonaws.com/?Param2=value2&Param1=value1',
      'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    ],
    [
      'a plain POST',
      'POST',
      'https://example.amazonaws.com/',
      '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
    ],
  ] as const)('%s', (_what, method, url, signature) => {
    const { authorization } = signAws({ ...suite, method, url, headers: {} }, credentials);
    expect(authorization).toBe(
      `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=${signature}`,
    );
  });

  test('a form that is posted', () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
    const body = 'Action=ListUsers&Version=2010-05-08';
    const place = { region: 'us-east-1', service: 'iam', now: new Date('2011-09-09T23:36:00Z') };
    const request = { method: 'POST', url: 'http://iam.amazonaws.com/', headers, body, ...place } as const;
    expect(signAws(request, credentials).authorization).toContain(
      'SignedHeaders=content-type;host;x-amz-date, Signature=ced6826de92d2bdeed8f846f0bf508e8559e98e4b0199114b84c54174deb456c',
    );
  });

  test('a borrowed key brings its token, signed', () => {
    const signed = signAws(
      { ...suite, method: 'GET', url: 'https://example.amazonaws.com/', headers: {} },
      { ...credentials, sessionToken: 'lent' },
    );
    expect(signed['x-amz-security-token']).toBe('lent');
    expect(signed.authorization).toContain('SignedHeaders=host;x-amz-date;x-amz-security-token');
  });
});

describe('Amazon Bedrock', () => {
  test('gets the model in the address, the version in the body, and a bearer key', async () => {
    const { url } = await start({ without: ['schema', 'count', 'models'] });
    const provider = bedrockProvider({
      region: 'eu-west-1',
      credentials: { bearer: 'bearer-of-the-test' },
      baseUrl: url,
    });
    expect(await provider.send(MODEL, question, 2000)).toEqual(answered);
    const [request] = claude?.questions() ?? [];
    expect(request?.path).toBe('/model/eu.anthropic.claude-sonnet-5-5-v1%3A0/invoke');
    expect(request?.headers.authorization).toBe('Bearer bearer-of-the-test');
    expect(Object.keys(request?.body ?? {}).sort()).toEqual(['anthropic_version', 'max_tokens', 'messages', 'system']);
    expect(request?.body.anthropic_version).toBe('bedrock-2023-05-31');
    expect(request?.raw).not.toContain('bearer-of-the-test');
  });

  test('is asked for JSON in words, and its answer is held to the same form', async () => {
    const { url } = await start({ without: ['schema'] }, { text: '```json\n{"answers":[]}\n```' });
    const provider = bedrockProvider({ region: 'eu-west-1', credentials: { bearer: 'b' }, baseUrl: url });
    await provider.send(MODEL, question, 2000);
    const system = JSON.stringify(claude?.questions()[0]?.body.system);
    expect(system).toContain('Answer with one JSON object and nothing else');
    expect(system).toContain('"cache_control":{"type":"ephemeral"}');
  });

  test('is signed where there are keys of an identity, with the path encoded twice', () => {
    const keys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'x', sessionToken: 'lent' };
    const now = new Date('2026-11-20T12:00:00Z');
    const request = { path: '/v1/messages', body: { model: MODEL, max_tokens: 5 } };
    const { url, headers, body } = bedrockRequest({ region: 'eu-west-1', credentials: keys }, request, now);
    expect(url).toBe(
      'https://bedrock-runtime.eu-west-1.amazonaws.com/model/eu.anthropic.claude-sonnet-5-5-v1%3A0/invoke',
    );
    expect(headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/20261120\/eu-west-1\/bedrock\/aws4_request, SignedHeaders=accept;content-type;host;x-amz-date;x-amz-security-token, Signature=[0-9a-f]{64}$/,
    );
    expect(body).toBe('{"anthropic_version":"bedrock-2023-05-31","max_tokens":5}');
  });

  test('is probed by a question of one token, which the budget counts; tokens are estimated', async () => {
    const { url } = await start();
    const provider = bedrockProvider({ region: 'eu-west-1', credentials: { bearer: 'b' }, baseUrl: url });
    expect(await provider.probe(MODEL)).toEqual({ state: 'ready', spent: { inputTokens: 1200, outputTokens: 90 } });
    expect(claude?.requests[0]?.raw).toContain('"max_tokens":1');
    expect(await provider.probe('gone')).toMatchObject({ state: 'failed', reason: expect.stringContaining('(404)') });
    expect(await provider.count(MODEL, question)).toBeUndefined();
  });
});

describe('Google Vertex AI', () => {
  const options = { project: 'acme-ml', location: 'europe-west1', accessToken: 'token-of-the-test' };

  test('gets the model in the address, the version in the body, and an access token', async () => {
    const { url } = await start({ without: ['schema', 'models'] });
    expect(await vertexProvider({ ...options, baseUrl: url }).send(MODEL, question, 2000)).toEqual(answered);
    const [request] = claude?.questions() ?? [];
    expect(decodeURIComponent(request?.path ?? '')).toBe(
      `/v1/projects/acme-ml/locations/europe-west1/publishers/anthropic/models/${MODEL}:rawPredict`,
    );
    expect(request?.headers.authorization).toBe('Bearer token-of-the-test');
    expect(request?.body).toMatchObject({ anthropic_version: 'vertex-2023-10-16', max_tokens: 2000 });
    expect(request?.body).not.toHaveProperty('model');
  });

  test('counts tokens by its own call, where the model stands in the body', async () => {
    const { url } = await start({ tokens: 321 });
    expect(await vertexProvider({ ...options, baseUrl: url }).count(MODEL, question)).toBe(321);
    expect(claude?.requests[0]?.path).toMatch(/\/models\/count-tokens:rawPredict$/);
    expect(claude?.requests[0]?.body.model).toBe(MODEL);
  });

  test.each([
    ['europe-west1', 'https://europe-west1-aiplatform.googleapis.com/v1/projects/p/locations/europe-west1/'],
    ['global', 'https://aiplatform.googleapis.com/v1/projects/p/locations/global/'],
  ])('is at its own address in %s', (location, base) => {
    const request = { path: '/v1/messages', body: { model: 'claude-sonnet-5-5@20261001' } };
    const { url } = vertexRequest({ project: 'p', location, accessToken: 't' }, request);
    expect(url).toBe(`${base}publishers/anthropic/models/claude-sonnet-5-5@20261001:rawPredict`);
  });
});

describe('a gateway', () => {
  test('that has no look-up, no count and no schemas is asked all the same', async () => {
    const { url } = await start({ without: ['models', 'count', 'schema'] });
    const provider = anthropicProvider({ authToken: 'token-of-the-test', baseUrl: url });
    expect(await provider.probe(MODEL)).toMatchObject({ state: 'ready', spent: { inputTokens: 1200 } });
    expect(await provider.count(MODEL, question)).toBeUndefined();
    expect(await provider.send(MODEL, question, 2000)).toEqual(answered);
    expect(claude?.questions().map(({ body }) => 'output_config' in body)).toEqual([true, false]);
    expect(claude?.requests.every(({ headers }) => headers.authorization === 'Bearer token-of-the-test')).toBe(true);
  });

  test('that says itself that there is no such model is believed', async () => {
    const { url } = await start();
    const provider = anthropicProvider({ apiKey: 'k', baseUrl: url });
    expect(await provider.probe('gone')).toMatchObject({ state: 'failed', reason: expect.stringContaining('(404)') });
    expect(claude?.requests).toHaveLength(1);
  });

  test('gets a key beside its token in a header of its own', async () => {
    const { url } = await start();
    await anthropicProvider({ apiKey: 'k', authToken: 't', baseUrl: url }).send(MODEL, question, 2000);
    expect(claude?.requests[0]?.headers).toMatchObject({ authorization: 'Bearer t', 'x-api-key': 'k' });
  });

  test('cannot send the question on to another address', async () => {
    const elsewhere = await start();
    const moved = await fakeClaude(
      [{ status: 307, type: 'moved', headers: { location: `${elsewhere.url}/v1/messages` } }],
      [MODEL],
    );
    const judge = modelJudge({
      provider: anthropicProvider({ apiKey: 'k', baseUrl: moved.url }),
      models: [MODEL],
      maxTokens: 9000,
    });
    const asked = await judge.doubt?.({ remarks: [], change: NOTHING });
    await moved.close();
    expect(asked).toMatchObject({ state: 'failed' });
    expect(elsewhere.requests).toEqual([]);
  });
});

describe('the environment', () => {
  test.each<[string, Record<string, string>, string]>([
    ['nothing', {}, 'ANTHROPIC_API_KEY is not set'],
    [
      'keys of a cloud that are there for something else',
      { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 's', AWS_REGION: 'r' },
      'ANTHROPIC_API_KEY is not set',
    ],
    ['a token that belongs to no gateway', { ANTHROPIC_AUTH_TOKEN: 't' }, 'ANTHROPIC_API_KEY is not set'],
    ['an unknown provider', { PIPEWRIGHT_MODEL_PROVIDER: 'azure' }, 'it is anthropic, bedrock or vertex'],
    ['Bedrock without a region', { PIPEWRIGHT_MODEL_PROVIDER: 'bedrock' }, 'AWS_REGION is not set'],
    ['Bedrock without a key', { PIPEWRIGHT_MODEL_PROVIDER: 'bedrock', AWS_REGION: 'r' }, 'AWS_BEARER_TOKEN_BEDROCK'],
    ['Vertex without a project', { PIPEWRIGHT_MODEL_PROVIDER: 'vertex' }, 'GOOGLE_CLOUD_PROJECT is not set'],
    [
      'Vertex without a token',
      { PIPEWRIGHT_MODEL_PROVIDER: 'vertex', GOOGLE_CLOUD_PROJECT: 'p', GOOGLE_CLOUD_LOCATION: 'l' },
      'GOOGLE_OAUTH_ACCESS_TOKEN is not set',
    ],
  ])('with %s gives no provider, and says what is missing', (_what, env, missing) => {
    expect(providerFromEnvironment(env)).toEqual({ missing: expect.stringContaining(missing) });
  });

  test.each<[string, Record<string, string>]>([
    ["Anthropic's API", { ANTHROPIC_API_KEY: 'k' }],
    ['a gateway', { ANTHROPIC_AUTH_TOKEN: 't', ANTHROPIC_BASE_URL: 'https://gateway.acme.test' }],
    ['Amazon Bedrock in r', { PIPEWRIGHT_MODEL_PROVIDER: 'bedrock', AWS_REGION: 'r', AWS_BEARER_TOKEN_BEDROCK: 'b' }],
    [
      'Amazon Bedrock in r',
      { PIPEWRIGHT_MODEL_PROVIDER: 'bedrock', AWS_REGION: 'r', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 's' },
    ],
    [
      'Google Vertex AI in l',
      {
        PIPEWRIGHT_MODEL_PROVIDER: 'vertex',
        GOOGLE_CLOUD_PROJECT: 'p',
        GOOGLE_CLOUD_LOCATION: 'l',
        GOOGLE_OAUTH_ACCESS_TOKEN: 't',
      },
    ],
  ])('gives %s', (name, env) => {
    const found = providerFromEnvironment(env) as { readonly provider: Provider };
    expect(found.provider.name).toBe(name);
  });
});

const NOTHING = {
  repository: 'acme/churn',
  title: '',
  body: '',
  author: '',
  fromFork: false,
  draft: false,
  files: [],
  truncated: false,
};
