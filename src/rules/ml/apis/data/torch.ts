import { moved, namesOf } from '../names-of.ts';
import type { Library } from '../outdated.ts';

const GONE = { gone: [2, 0] } as const;
const MODELS = /^torchvision\.models\.(\w+\.)?[a-z][a-z0-9_]*$/;
const AMP = 'autocast custom_fwd custom_bwd GradScaler';

/** Removals and deprecations as the pages of the functions say them (https://pytorch.org/docs/stable/). */
export const torch: Library = {
  id: 'torch',
  title: 'PyTorch',
  distributions: ['torch', 'pytorch'],
  imports: ['torch', 'torchvision', 'functorch'],
  names: new Map([
    ...namesOf(GONE, {
      'torch.solve':
        'Use `torch.linalg.solve(A, B)`: the arguments change places, and there is no LU factorization in the result.',
      'torch.symeig': 'Use `torch.linalg.eigh`, or `eigvalsh` for the values alone.',
      'torch.eig': 'Use `torch.linalg.eig`: its result is complex.',
      'torch.lstsq': 'Use `torch.linalg.lstsq(A, B)`: the arguments change places.',
      'torch.matrix_rank': 'torch.linalg.matrix_rank',
    }),
    ...namesOf(
      {},
      {
        'torch.qr': 'Use `torch.linalg.qr`: `some` is `mode` there.',
        'torch.svd': 'Use `torch.linalg.svd`: it gives the last factor transposed.',
        'torch.lu': 'Use `torch.linalg.lu_factor`.',
        'torch.lu_solve': 'Use `torch.linalg.lu_solve(LU, pivots, B)`: the arguments change places.',
        'torch.cholesky': 'Use `torch.linalg.cholesky`.',
        'torch.triangular_solve': 'Use `torch.linalg.solve_triangular(A, B, upper=...)`: the arguments change places.',
        'torch.chain_matmul': 'Use `torch.linalg.multi_dot`, with a list.',
        'torch.norm': 'Use `torch.linalg.vector_norm` or `matrix_norm`.',
        'torch.ger': 'torch.outer',
        'torch.range': 'Use `torch.arange`: it leaves out the end.',
        'torch.nn.UpsamplingNearest2d': 'Use `torch.nn.Upsample` with `mode="nearest"`.',
        'torch.nn.UpsamplingBilinear2d': 'Use `torch.nn.Upsample` with `mode="bilinear", align_corners=True`.',
        'torch.nn.utils.weight_norm': 'Use `torch.nn.utils.parametrizations.weight_norm`; old checkpoints fit it.',
        'torch.testing.assert_allclose': 'torch.testing.assert_close',
        'torch.backends.cuda.sdp_kernel': 'Use `torch.nn.attention.sdpa_kernel`.',
        'torch.utils.data._utils.collate.default_collate': 'torch.utils.data.default_collate',
        'torch.utils.data._utils.collate.default_convert': 'torch.utils.data.default_convert',
      },
    ),
    ...AMP.split(' ').flatMap((name) =>
      ['cuda', 'cpu'].map(
        (device) =>
          [
            `torch.${device}.amp.${name}`,
            {
              since: [2, 4],
              advice: `Use \`torch.amp.${name}\`, with the device ("${device}") as ${name.startsWith('custom') ? '`device_type`' : 'its first argument'}.`,
            },
          ] as const,
      ),
    ),
    ...moved({}, 'functorch', 'torch.func', 'vmap grad vjp jvp jacrev jacfwd hessian functionalize'),
  ]),
  keywords: ['pretrained', 'pretrained_backbone'].map((keyword) => ({
    callee: MODELS,
    keyword,
    // Of torchvision 0.13, which goes with it.
    since: [1, 12],
    advice: `Use \`${keyword.replace('pretrained', 'weights')}\`, with the weights that are meant: \`weights="IMAGENET1K_V1"\`, or None.`,
  })),
  members: [],
  aliases: {
    gone: { torchfix: ['TOR001', 'TOR004'] },
    deprecated: { torchfix: ['TOR101', 'TOR103', 'TOR104', 'TOR105', 'TOR201'] },
  },
};
