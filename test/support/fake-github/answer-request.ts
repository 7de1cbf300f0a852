import type { Answer, Asked, Handler } from './answer.ts';
import { NOT_FOUND } from './answer.ts';
import { appRoutes } from './app-routes.ts';
import { checkRoutes } from './check-routes.ts';
import { complete } from './complete.ts';
import { faultAnswer, takeFault, type WaitingFault } from './fault.ts';
import { gitRoutes } from './git-routes.ts';
import { answerGraphql } from './graphql.ts';
import { matchRoute } from './match-route.ts';
import { openapi, queryViolations, unknownKeys, violationsOf } from './openapi.ts';
import { isExpired, permissionsOf, permissionViolation } from './permissions.ts';
import { pullRoutes } from './pull-routes.ts';
import type { FakeState } from './state.ts';

export interface Exchange {
  readonly state: FakeState;
  readonly faults: WaitingFault[];
  readonly violations: string[];
  readonly requests: string[];
  /** Every request that changes something, as it came. */
  readonly received: Received[];
  readonly redeliver: (id: number) => void;
}

export interface Received {
  readonly route: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const UNAUTHORIZED: Answer = { status: 401, body: { message: 'Bad credentials' } };

const ROUTES: Readonly<Record<string, Handler>> = { ...appRoutes, ...gitRoutes, ...pullRoutes, ...checkRoutes };

/** Answers one request, and notes whatever GitHub's description does not allow. */
export async function answerRequest(
  exchange: Exchange,
  method: string,
  url: URL,
  body: Readonly<Record<string, unknown>>,
  authorization: string,
): Promise<Answer> {
  const { state, redeliver, requests, violations } = exchange;
  if (method === 'POST' && url.pathname === '/graphql') return graphql(exchange, body, authorization);
  const matched = matchRoute(method, url.pathname);
  if (matched === undefined) {
    violations.push(`unknown route: ${method} ${url.pathname}`);
    return NOT_FOUND;
  }
  const { route, params } = matched;
  requests.push(route);
  if (method !== 'GET') exchange.received.push({ route, body });
  if (isExpired(state, authorization)) return UNAUTHORIZED;
  const refused = requestViolations(route, url.searchParams, body);
  violations.push(...refused);
  const forbidden = permissionViolation(state, authorization, route);
  if (forbidden !== undefined) {
    violations.push(forbidden);
    return { status: 403, body: { message: 'Resource not accessible by integration' } };
  }
  const fault = takeFault(exchange.faults, route, body);
  if (fault !== undefined && fault.afterwards !== true) return faultAnswer(fault);
  if (refused.length > 0) return { status: 422, body: { message: refused.join('\n') } };
  const answer = completed(exchange, route, { state, params, query: url.searchParams, body, redeliver });
  return fault === undefined ? answer : faultAnswer(fault);
}

async function graphql(
  { state, faults, requests, received, violations }: Exchange,
  body: Readonly<Record<string, unknown>>,
  authorization: string,
): Promise<Answer> {
  const route = 'POST /graphql';
  requests.push(route);
  if (String(body.query).startsWith('mutation')) received.push({ route, body });
  if (isExpired(state, authorization)) return UNAUTHORIZED;
  const fault = takeFault(faults, route, body);
  if (fault !== undefined && fault.afterwards !== true) return faultAnswer(fault);
  const answer = await answerGraphql(state, body, permissionsOf(state, authorization));
  if (fault !== undefined) return faultAnswer(fault);
  if (typeof answer !== 'string') return { status: 200, body: answer };
  violations.push(answer);
  return { status: 400, body: { message: answer } };
}

function requestViolations(route: string, query: URLSearchParams, body: object): readonly string[] {
  const operation = openapi.operations[route];
  if (operation === undefined) return [];
  const { body: schema } = operation;
  const wrong = [
    ...queryViolations(operation, query),
    ...(schema === null ? [] : [...violationsOf(schema, body), ...unknownKeys(schema, body)]),
  ];
  return wrong.map((problem) => `request ${route}: ${problem}`);
}

function completed({ violations }: Exchange, route: string, asked: Asked): Answer {
  const answer = ROUTES[route]?.(asked) ?? NOT_FOUND;
  const schema = openapi.operations[route]?.responses[String(answer.status)];
  if (schema === undefined || schema === null) return answer;
  const body = complete(schema, answer.body);
  violations.push(...violationsOf(schema, body).map((problem) => `answer ${route} ${answer.status}: ${problem}`));
  return { status: answer.status, body };
}
