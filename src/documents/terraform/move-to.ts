import type { Range } from '../../types.ts';
import type { HclExpression } from '../terraform.ts';

/** The same expression with every part at one place: for text that was parsed away from where it stands. */
export function moveTo(expression: HclExpression, range: Range): HclExpression {
  const moved: unknown = JSON.parse(JSON.stringify(expression), (key, value: unknown) =>
    /[rR]ange$/.test(key) ? range : value,
  );
  return moved as HclExpression;
}
