import type { Statement } from './statement.ts';

/** A way from the rights of a policy to other people's. */
export interface Escalation {
  readonly statement: Statement;
  /** The action that gives it away, as it stands in the policy. */
  readonly action: string;
  /** What it is good for, as the rest of a sentence. */
  readonly how: string;
  /** To every right there is, or only to those of something that happens to be there. */
  readonly reach: 'everything' | 'something';
}

interface Way {
  readonly action: string;
  readonly how: string;
  readonly reach: Escalation['reach'];
}

const ATTACH = 'attach a policy that allows everything';
const WRITE = 'write itself a policy that allows everything';

/** Actions that are enough by themselves where they hold for every user, role or policy. */
const WAYS: readonly Way[] = [
  { action: 'iam:CreatePolicyVersion', how: WRITE, reach: 'everything' },
  { action: 'iam:SetDefaultPolicyVersion', how: 'bring back any older version of a policy', reach: 'something' },
  { action: 'iam:AttachUserPolicy', how: ATTACH, reach: 'everything' },
  { action: 'iam:AttachGroupPolicy', how: ATTACH, reach: 'everything' },
  { action: 'iam:AttachRolePolicy', how: ATTACH, reach: 'everything' },
  { action: 'iam:PutUserPolicy', how: WRITE, reach: 'everything' },
  { action: 'iam:PutGroupPolicy', how: WRITE, reach: 'everything' },
  { action: 'iam:PutRolePolicy', how: WRITE, reach: 'everything' },
  { action: 'iam:AddUserToGroup', how: 'put itself into any group', reach: 'something' },
  { action: 'iam:UpdateAssumeRolePolicy', how: 'let itself into any role', reach: 'everything' },
  { action: 'iam:CreateLoginProfile', how: 'give any user a password', reach: 'something' },
  { action: 'iam:UpdateLoginProfile', how: 'change the password of any user', reach: 'something' },
  { action: 'iam:CreateAccessKey', how: 'make keys for any user', reach: 'something' },
  { action: 'lambda:UpdateFunctionCode', how: 'run code as any function', reach: 'something' },
  { action: 'glue:UpdateDevEndpoint', how: 'run code as any Glue endpoint', reach: 'something' },
  { action: 'sts:AssumeRole', how: 'take any role that trusts the account', reach: 'something' },
];

/** What can be started with a role that was passed. */
const STARTS = [
  ...['ec2:RunInstances', 'lambda:CreateFunction', 'ecs:RunTask', 'ecs:RegisterTaskDefinition'],
  ...['cloudformation:CreateStack', 'glue:CreateDevEndpoint', 'glue:CreateJob', 'codebuild:CreateProject'],
  ...['sagemaker:CreateNotebookInstance', 'sagemaker:CreateTrainingJob', 'datapipeline:CreatePipeline'],
  ...['apprunner:CreateService', 'states:CreateStateMachine', 'batch:RegisterJobDefinition'],
];

/** The ways that a policy leaves open, one for each statement. What is not known, inverted or under a condition leaves none. */
export function escalationsIn(statements: readonly Statement[]): readonly Escalation[] {
  const denied = statements.filter(({ effect }) => effect === 'Deny').flatMap(({ actions }) => actions ?? ['*']);
  const open = statements.filter(isOpen);
  const granted = open.flatMap(({ actions }) => actions ?? []);
  return open.filter(isBroad).flatMap((statement) => {
    const way = [...WAYS, ...passing(granted)].find(
      ({ action }) => statement.actions?.some((one) => covers(one, action)) && !isAnyCovering(denied, action),
    );
    const action = way && statement.actions?.find((one) => covers(one, way.action));
    return way && action !== undefined ? [{ statement, action, how: way.how, reach: way.reach }] : [];
  });
}

/** To pass every role is a way only with something that takes it. */
function passing(granted: readonly string[]): readonly Way[] {
  const start = STARTS.find((action) => isAnyCovering(granted, action));
  if (start === undefined) return [];
  return [{ action: 'iam:PassRole', how: `start something with any role, by \`${start}\``, reach: 'everything' }];
}

/** With a principal it is the policy of a resource, which knows no other resources. */
function isOpen({ effect, principals, conditions, isInverted }: Statement): boolean {
  return effect === 'Allow' && !isInverted && principals?.length === 0 && conditions?.length === 0;
}

/** For everything, or for everything of a kind. */
function isBroad({ resources }: Statement): boolean {
  return (resources ?? []).some(
    (one) =>
      one === '*' ||
      /^arn:[^:]*:(iam|lambda|glue|sts):[^:]*:[^:]*:(\*|(role|user|group|policy|function)[/:]\*)$/.test(one),
  );
}

function isAnyCovering(patterns: readonly string[], action: string): boolean {
  return patterns.some((pattern) => covers(pattern, action));
}

/** `*` alone is an administrator's right, and told as that. */
function covers(pattern: string, action: string): boolean {
  const [service = '', name = ''] = pattern.toLowerCase().split(':');
  const [wantedService, wantedName = ''] = action.toLowerCase().split(':');
  return service === wantedService && matches(name, wantedName);
}

/** Stars stand for anything; without a regular expression, whose time would depend on a stranger's text. */
function matches(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return pattern === text;
  if (!text.startsWith(first)) return false;
  const last = rest.at(-1) ?? '';
  let at = first.length;
  for (const part of rest.slice(0, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
