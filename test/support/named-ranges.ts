import type { DockerfileDocument } from '../../src/documents/dockerfile.ts';
import type { KubeflowDocument } from '../../src/documents/kubeflow.ts';
import type { KubernetesDocument } from '../../src/documents/kubernetes.ts';
import type { MlprojectDocument } from '../../src/documents/mlproject.ts';
import type { PythonDocument } from '../../src/documents/python.ts';
import type { HclBlock, TerraformDocument } from '../../src/documents/terraform.ts';
import type { WorkflowDocument } from '../../src/documents/workflow.ts';
import { scalarsBelow, type YamlNode } from '../../src/documents/yaml/yaml-node.ts';
import type { Document, Range } from '../../src/types.ts';

/** A range and the text that must stand there. */
export interface NamedRange {
  readonly range: Range;
  readonly text: string;
}

/** Names with their places, read off the view of a document. */
export function namedRanges(document: Document): NamedRange[] {
  if (document.view === undefined) return [];
  switch (document.kind) {
    case 'workflow':
      return ofYaml((document as WorkflowDocument).view.root);
    case 'kubernetes':
      return (document as KubernetesDocument).view.objects.flatMap(({ node }) => ofYaml(node));
    case 'kubeflow':
      return ofYaml((document as KubeflowDocument).view.root);
    case 'mlproject':
      return ofYaml((document as MlprojectDocument).view.root);
    case 'dockerfile':
      return (document as DockerfileDocument).view.stages.flatMap(({ from }) => ofImage(from, document.source));
    case 'terraform':
      return (document as TerraformDocument).view.blocks.flatMap(ofBlock);
    case 'python':
      return (document as PythonDocument).view.functions.map(({ name, nameRange }) => ({
        range: nameRange,
        text: name.split('.').at(-1) ?? '',
      }));
    default:
      return [];
  }
}

/** Plain scalars on one line stand in the text as they are. */
function ofYaml(node: YamlNode | undefined): NamedRange[] {
  return [...scalarsBelow(node)].flatMap(({ scalar }) =>
    scalar.style === 'plain' && !/\s/.test(scalar.text) ? [{ range: scalar.range, text: scalar.text }] : [],
  );
}

/** A name that goes on behind a continuation does not stand in the text as it is. */
function ofImage({ range, raw }: { readonly range: Range; readonly raw: string }, source: string): NamedRange[] {
  const isWhole = raw !== '' && !/[\r\n]/.test(source.slice(range.start, range.end));
  return isWhole ? [{ range, text: raw }] : [];
}

function ofBlock(block: HclBlock): NamedRange[] {
  return [
    { range: block.typeRange, text: block.type },
    ...block.attributes.map(({ name, nameRange }) => ({ range: nameRange, text: name })),
    ...block.blocks.flatMap(ofBlock),
  ];
}
