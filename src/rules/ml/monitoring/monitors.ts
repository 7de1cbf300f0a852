import type { KubernetesDocument } from '../../../documents/kubernetes.ts';
import { entryOf, mapAt, type YamlEntry, type YamlMap } from '../../../documents/yaml/yaml-node.ts';
import type { Document, Range } from '../../../types.ts';
import { pythonUnits } from '../seeds/python-unit.ts';

/** Something that watches a model in production. */
export interface Monitor {
  /** The same on both sides of a change: a library, a part of a manifest. */
  readonly key: string;
  readonly label: string;
  readonly range: Range;
  /** What has to be still there for it to be missed. */
  readonly watched: string;
  /** In a manifest: where it stands. */
  readonly entry?: YamlEntry;
  readonly parent?: YamlMap;
}

const LIBRARY =
  /^(evidently|nannyml|whylogs|alibi_detect|frouros|prometheus_client|prometheus_fastapi_instrumentator|starlette_exporter|aporia|arize|fiddler|phoenix|sagemaker\.model_monitor|google\.cloud\.aiplatform\.model_monitoring)\./;

/** The monitors of a file of Python, a notebook or a manifest. */
export function monitorsIn(document: Document): readonly Monitor[] {
  if (document.kind === 'kubernetes') return inManifest(document as KubernetesDocument);
  return pythonUnits(document).flatMap(({ view, toFileRange }) =>
    view.calls.flatMap((call) => {
      const library = LIBRARY.exec(call.resolved)?.[1];
      if (library === undefined) return [];
      return [{ key: library, label: call.callee, range: toFileRange(call.range), watched: 'file' }];
    }),
  );
}

/** What of a file can be watched: the objects of a manifest, the program itself. */
export function watchedIn(document: Document): ReadonlySet<string> {
  if (document.kind === 'kubernetes') {
    return new Set((document as KubernetesDocument).view.objects.map(({ key }) => key));
  }
  const functions = pythonUnits(document).reduce((sum, { view }) => sum + view.functions.length + view.calls.length, 0);
  return new Set(functions > 0 ? ['file'] : []);
}

function inManifest({ view }: KubernetesDocument): readonly Monitor[] {
  return view.objects.flatMap((object): Monitor[] => {
    const predictor = mapAt(object.node, 'spec', 'predictor');
    const logger = object.kind === 'InferenceService' ? entryOf(predictor, 'logger') : undefined;
    const scraped = [mapAt(object.node, 'metadata', 'annotations'), mapAt(object.pod?.metadata, 'annotations')].flatMap(
      (parent) => {
        const entry =
          entryOf(parent, 'prometheus.io/scrape') ?? entryOf(parent, 'serving.kserve.io/enable-prometheus-scraping');
        return entry?.value.type === 'scalar' && /^true$/i.test(entry.value.text) ? [{ entry, parent }] : [];
      },
    );
    return [...(logger ? [{ entry: logger, parent: predictor }] : []), ...scraped].map(({ entry, parent }) => ({
      key: `${object.key}/${entry.key.text}`,
      label: entry.key.text,
      range: entry.range,
      watched: object.key,
      entry,
      ...(parent ? { parent } : {}),
    }));
  });
}
