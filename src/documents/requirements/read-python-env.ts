import type { ReadRequirements } from '../requirements.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import { itemsAt } from '../yaml/yaml-node.ts';
import { toRequirement } from './to-requirement.ts';

/** Reads MLflow's python_env.yaml, whose dependencies are lines of pip; what builds packages is not judged. */
export function readPythonEnv(source: string): ReadRequirements {
  const { roots, comments, problems } = parseYaml(source);
  const requirements = itemsAt(roots[0], 'dependencies').flatMap((item) => {
    const requirement = item.type === 'scalar' ? toRequirement(item.text, item.contentRange.start) : undefined;
    return requirement ? [requirement] : [];
  });
  return { requirements, options: [], comments, problems };
}
