import { type Allowed, form } from './allowed.ts';

/** Types of machines grow every month: only their form is told. */
const SIZE = '(?:nano|micro|small|medium|x?large|\\d{1,3}xlarge|metal(?:-\\d{1,3}xl)?)';
const FAMILY = '(?=[a-z-]*\\d)[a-z][a-z0-9-]*';

/** `m7g.large` */
export const INSTANCE_TYPE: Allowed = form(
  new RegExp(`^${FAMILY}\\.${SIZE}$`),
  'a family and a size with a dot between them, as `m7g.2xlarge`',
);

/** `db.r6g.large`, with the memory of Oracle's special ones behind it. */
export const DATABASE_CLASS: Allowed = form(
  new RegExp(`^db\\.(?:serverless|${FAMILY}\\.${SIZE}(?:\\.tpc\\d\\.mem\\d+x)?)$`),
  'a class with its family and size, as `db.m7g.large`',
);

/** `cache.t4g.micro`, `mq.m5.large`, `ml.t3.medium`: instances of a service. */
export function instanceOf(service: string, example: string): Allowed {
  return form(new RegExp(`^(?:${service})\\.${FAMILY}\\.${SIZE}$`), `a type of the form \`${example}\``);
}

/** `m7g.large.search` */
export const SEARCH_TYPE: Allowed = form(
  new RegExp(`^${FAMILY}\\.${SIZE}\\.(?:search|elasticsearch)$`),
  'a type of the form `m7g.large.search`',
);
