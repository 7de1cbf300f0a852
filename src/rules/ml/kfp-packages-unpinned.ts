import type { KubeflowDocument } from '../../documents/kubeflow.ts';
import type { Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { type InstalledPackage, installedPackages } from './kfp/installed-packages.ts';
import type { PythonSource } from './seeds/python-unit.ts';

export const kfpPackagesUnpinned: Rule<PythonSource | KubeflowDocument> = {
  id: 'kfp-packages-unpinned',
  kinds: ['python', 'notebook', 'kubeflow'],
  title: 'A component installs whatever version there is when it starts',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reproducibility',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    const byComponent = new Map<string, InstalledPackage[]>();
    for (const one of installedPackages(document))
      byComponent.set(one.component, [...(byComponent.get(one.component) ?? []), one]);
    for (const [component, packages] of byComponent) {
      const open = packages.filter(({ exact }) => !exact);
      const [first] = open.length > 0 ? open : packages;
      if (!first) continue;
      const { range } = first;
      if (open.length === 0)
        yield { proof: `${packages.length} of ${packages.length} packages of a component are fixed`, range };
      else
        yield {
          range,
          key: component,
          message: {
            what: `The component ${quote(component)} installs ${quoteAll(open.map(({ text }) => text))} in whatever version fits.`,
            why: 'The packages are fetched anew in every run: a release of tonight changes the numbers or stops the step, without a change that anybody reviewed.',
            remedy: `Fix each with ${quote('==')} in ${quote('packages_to_install')}, or build them into ${quote('base_image')}.`,
          },
        };
    }
  },
};
