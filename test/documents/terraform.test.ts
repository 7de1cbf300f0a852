import { beforeAll, describe, expect, test } from '@jest/globals';
import { sliceOf } from '../../src/documents/source-text.ts';
import { loadGrammars } from '../../src/documents/syntax-tree.ts';
import {
  attribute,
  blocksOf,
  evaluate,
  type HclBlock,
  parseTerraform,
  references,
  type TerraformDocument,
} from '../../src/documents/terraform.ts';
import { BAD_TEXTS } from './bad-texts.ts';

beforeAll(() => loadGrammars(['hcl']));

const read = (source: string): TerraformDocument => parseTerraform('main.tf', 'head', source);
const evaluated = (expression: string, scope?: Parameters<typeof evaluate>[1]) => {
  const value = read(`x = ${expression}\n`).view.attributes[0]?.value;
  return value && evaluate(value, scope);
};
const known = (value: unknown) => ({ known: true, value });

const BUCKET = `# The bucket "é😀"
resource "aws_s3_bucket" "data" {
  bucket = "data-\${var.stage}" // name
  lifecycle {
    prevent_destroy = true
  }
  dynamic "rule" {
    for_each = var.rules
    content {
      id = rule.value[0].id
    }
  }
}
`;

describe('a Terraform file', () => {
  test('knows where blocks, labels, headers, bodies and attributes stand', () => {
    const [block] = read(BUCKET).view.blocks as readonly [HclBlock];
    expect(sliceOf(BUCKET, block.headerRange)).toBe('resource "aws_s3_bucket" "data"');
    expect(block.labels.map((label) => label.text)).toEqual(['aws_s3_bucket', 'data']);
    expect(block.labels.map((label) => sliceOf(BUCKET, label.range))).toEqual(['aws_s3_bucket', 'data']);
    expect(sliceOf(BUCKET, block.range)).toBe(BUCKET.slice(BUCKET.indexOf('resource'), -1));
    expect(sliceOf(BUCKET, block.bodyRange)).toBe(BUCKET.slice(BUCKET.indexOf('{') + 1, -2));
    const bucket = attribute(block, 'bucket');
    expect(bucket && sliceOf(BUCKET, bucket.nameRange)).toBe('bucket');
    expect(bucket && sliceOf(BUCKET, bucket.value.range)).toBe('"data-${var.stage}"');
    expect(bucket && sliceOf(BUCKET, bucket.range)).toBe('bucket = "data-${var.stage}"');
  });

  test('nests blocks', () => {
    const [block] = read(BUCKET).view.blocks as readonly [HclBlock];
    const [lifecycle] = blocksOf(block, 'lifecycle');
    const value = lifecycle && attribute(lifecycle, 'prevent_destroy')?.value;
    expect(value && evaluate(value)).toEqual(known(true));
  });

  test('finds references in templates, dynamic blocks and nested blocks', () => {
    const [block] = read(BUCKET).view.blocks as readonly [HclBlock];
    expect(references(block).map((one) => one.path.join('.'))).toEqual(['var.stage', 'var.rules', 'rule.value.0.id']);
    expect(references(block).map((one) => sliceOf(BUCKET, one.range))).toEqual([
      'var.stage',
      'var.rules',
      'rule.value[0].id',
    ]);
  });

  test('keeps comments of all three kinds', () => {
    const source = '# one\nx = 1 // two\n/* three\n four */\ny = [ # five\n 1]';
    expect(read(source).comments.map((one) => one.text)).toEqual(['one', 'two', 'three\n four', 'five']);
    expect(read(BUCKET).comments.map((one) => sliceOf(BUCKET, one.range))).toEqual(['# The bucket "é😀"', '// name']);
  });

  test('reads CRLF and a byte order mark', () => {
    const source = '\ufeffa = 1\r\nb {\r\n  c = <<EOF\r\nhi\r\nEOF\r\n}\r\n';
    const { view, problems } = read(source);
    expect(problems).toEqual([]);
    expect(view.attributes[0] && sliceOf(source, view.attributes[0].range)).toBe('a = 1');
  });

  test('JSON syntax gives the same blocks', () => {
    const source = `{
  "//": "a comment",
  "variable": { "cidr": { "default": "10.0.0.0/8" } },
  "resource": { "aws_security_group": { "web": {
    "name": "web",
    "ingress": [{ "cidr_blocks": ["\${var.cidr}"], "from_port": 22 }]
  } } },
  "provider": [{ "aws": { "region": "eu-west-1" } }]
}`;
    const { view, problems } = parseTerraform('main.tf.json', 'head', source);
    const [variable, group, provider] = view.blocks;
    const [ingress] = group ? blocksOf(group, 'ingress') : [];

    expect(problems).toEqual([]);
    expect(
      [variable, group, provider].map((block) => [block?.type, ...(block?.labels.map(({ text }) => text) ?? [])]),
    ).toEqual([
      ['variable', 'cidr'],
      ['resource', 'aws_security_group', 'web'],
      ['provider', 'aws'],
    ]);
    expect(source.slice(group?.labels[1]?.range.start, group?.labels[1]?.range.end)).toBe('web');
    expect(ingress && references(ingress).map(({ path }) => path)).toEqual([['var', 'cidr']]);
  });
});

describe('the value of an expression', () => {
  test.each([
    ['"a\\n\\u00e9 $${x} \\"q\\""', 'a\né ${x} "q"'],
    ['0x1F', 31],
    ['-1.5', -1.5],
    ['null', null],
    ['[1, "two", true]', [1, 'two', true]],
    ['{ a = 1, "b" : [2], c = { d = false } }', { a: 1, b: [2], c: { d: false } }],
    ['"${1 + 2 * 3}-${(1 + 2) * 3}"', '7-9'],
    ['"${true}"', true],
    ['!(1 > 2) && "a" != "b"', true],
    ['false && var.unknown', false],
    ['1 == 1 ? "yes" : var.unknown', 'yes'],
    ['<<-EOF\n    a\n      b\n    EOF', 'a\n  b\n'],
    ['jsonencode({ a = [1] })', '{"a":[1]}'],
    ['merge({ a = 1 }, { a = 2 })', { a: 2 }],
    ['concat(["a"], tolist([upper("b")]))', ['a', 'B']],
  ])('%s', (expression, value) => {
    expect(evaluated(expression)).toEqual(known(value));
  });

  test.each(['var.x', '"a-${var.x}"', '[var.x]', 'file("x")', '1 / 0', 'toString()', '[for x in [1] : x]'])(
    'is unknown for %s',
    (expression) => {
      expect(evaluated(expression)).toEqual({ known: false });
    },
  );

  test('takes references from the scope', () => {
    const scope = (path: readonly string[]) =>
      path.join('.') === 'var.region' ? ({ known: true, value: 'eu' } as const) : ({ known: false } as const);
    expect(evaluated('"bucket-${var.region}"', scope)).toEqual(known('bucket-eu'));
    expect(evaluated('"bucket-${var.stage}"', scope)).toEqual({ known: false });
  });

  test('names the steps of a reference', () => {
    const paths = (source: string) => references(read(source).view).map((one) => one.path.join('.'));
    expect(paths('a = aws_x.y[*].id\nb = var.m["k"][var.i].c\nc = data.z.*.d.0')).toEqual([
      'aws_x.y.*.id',
      'var.m.k.?.c',
      'var.i',
      'data.z.*.d.0',
    ]);
    expect(paths('a = [for k, v in local.m : upper(v) if k != var.q]')).toEqual(['local.m', 'var.q']);
    expect(paths('a = "%{ if var.a }${var.b}%{ endif }"')).toEqual(['var.a', 'var.b']);
    expect(paths('a = { key = 1, (var.k) = 2 }')).toEqual(['var.k']);
  });
});

describe('a broken Terraform file', () => {
  test('keeps the blocks around the broken one and names its line', () => {
    const source = 'resource "a" "b" {\n  x = \n}\n# kept\nresource "c" "d" {\n  y = 1\n}\n';
    const { view, problems } = read(source);
    expect(view.blocks.map((block) => sliceOf(source, block.headerRange))).toEqual(['resource "c" "d"']);
    expect(problems).toMatchObject([{ severity: 'partial', message: 'This is not valid Terraform: `x =`' }]);
  });

  test('is fatal where nothing is left', () => {
    expect(read('}{ not terraform').problems).toMatchObject([{ severity: 'fatal' }]);
  });

  test.each(BAD_TEXTS.map((text) => [JSON.stringify(text).slice(0, 30), text]))('never throws: %s', (_, source) => {
    const { view } = read(source);
    for (const one of view.attributes) evaluate(one.value);
    references(view);
  });
});
