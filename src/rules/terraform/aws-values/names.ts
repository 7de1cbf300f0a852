import { type Allowed, form } from './allowed.ts';

/** Names of IAM: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export function iamName(longest: number): Allowed {
  return form(
    new RegExp(`^[\\w+=,.@-]{1,${longest}}$`),
    `1 to ${longest} letters, digits and \`_+=,.@-\``,
    /[^\w+=,.@-]/,
  );
}

export const IAM_PATH: Allowed = form(
  /^\/(?:[!-~]{1,510}\/)?$/,
  'a path that begins and ends with `/`, as `/team/`',
  /[^!-~]/,
);

/** Names of letters, digits, `_` and `-`. */
export function plainName(longest: number, shortest = 1): Allowed {
  return form(
    new RegExp(`^[\\w-]{${shortest},${longest}}$`),
    `${shortest} to ${longest} letters, digits, \`_\` and \`-\``,
    /[^\w-]/,
  );
}

/** Names that may have dots as well. */
export function dottedName(longest: number, shortest = 1): Allowed {
  return form(
    new RegExp(`^[\\w.-]{${shortest},${longest}}$`),
    `${shortest} to ${longest} letters, digits, \`_\`, \`-\` and \`.\``,
    /[^\w.-]/,
  );
}

/** Names of queues and topics, whose last part says that they keep the order. */
export function fifoName(longest: number): Allowed {
  return form(
    new RegExp(`^(?=.{1,${longest}}$)[\\w-]+(?:\\.fifo)?$`),
    `up to ${longest} letters, digits, \`_\` and \`-\`, with \`.fifo\` at the end where it keeps the order`,
    /[^\w.-]/,
  );
}

/** Names of load balancers and target groups. */
export const BALANCER_NAME: Allowed = form(
  /^(?!internal-)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$/,
  'up to 32 letters, digits and hyphens, with no hyphen at either end and without `internal-` before it',
  /[^a-zA-Z0-9-]/,
);
export const BALANCER_PREFIX: Allowed = form(
  /^(?!internal-)[a-zA-Z0-9][a-zA-Z0-9-]{0,5}$/,
  'up to 6 letters, digits and hyphens',
  /[^a-zA-Z0-9-]/,
);

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html; buckets from before 2018 may have others. */
export const BUCKET_NAME: Allowed = {
  form: /^(?!xn--|sthree-|amzn-s3-demo-)(?!(?:\d{1,3}\.){3}\d{1,3}$)(?!.*\.\.)(?!.*(?:-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  never: /[^a-z0-9.-]/,
  says: '3 to 63 small letters, digits, dots and hyphens, with a letter or digit at both ends',
  isMilder: true,
};

/** Identifiers of databases and their clusters. */
export const DATABASE_ID: Allowed = form(
  /^[a-z](?!.*--)(?:[a-z0-9-]{0,61}[a-z0-9])?$/,
  'up to 63 small letters, digits and single hyphens, a letter first and no hyphen last',
  /[^a-z0-9-]/,
);

/** Names and descriptions of security groups and their rules. */
const GROUP_TEXT = '\\w .:/()#,@[\\]+=&;{}!$*-';
const GROUP_SAYS = 'letters, digits, spaces and `._-:/()#,@[]+=&;{}!$*`';
export const GROUP_NAME: Allowed = form(
  new RegExp(`^(?!sg-)[${GROUP_TEXT}]{1,255}$`),
  `up to 255 ${GROUP_SAYS}, without \`sg-\` before it`,
  new RegExp(`[^${GROUP_TEXT}]`),
);
export const GROUP_DESCRIPTION: Allowed = form(
  new RegExp(`^[${GROUP_TEXT}]{0,255}$`),
  `up to 255 ${GROUP_SAYS}`,
  new RegExp(`[^${GROUP_TEXT}]`),
);
