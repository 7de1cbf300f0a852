import { moved, namesOf } from '../names-of.ts';
import type { Fate, Library } from '../outdated.ts';

const GONE_1_24 = { gone: [1, 24] } as const;
const GONE_2 = { gone: [2, 0] } as const;
const GONE_2_4 = { gone: [2, 4] } as const;
const EXCEPTIONS =
  'AxisError ComplexWarning DTypePromotionError ModuleDeprecationWarning RankWarning TooHardError VisibleDeprecationWarning';
const QUANTILES = /^numpy\.(nan)?(percentile|quantile)$/;

/** https://numpy.org/doc/stable/numpy_2_0_migration_guide.html and the release notes of 1.24, 2.0 and 2.4. */
const NAMES: readonly (readonly [string, Fate])[] = [
  ...namesOf(GONE_1_24, {
    'numpy.object': 'Use `object`.',
    'numpy.int': 'Use `int`, or `np.int64` where the width matters.',
    'numpy.float': 'Use `float`, or `np.float64` where the width matters.',
    'numpy.complex': 'Use `complex`.',
    'numpy.str': 'Use `str`.',
    'numpy.typeDict': 'numpy.sctypeDict',
  }),
  ...namesOf(GONE_2, {
    'numpy.add_docstring': 'numpy.lib.add_docstring',
    'numpy.add_newdoc': 'numpy.lib.add_newdoc',
    'numpy.add_newdoc_ufunc': 'Delete it: it was internal.',
    'numpy.alltrue': 'numpy.all',
    'numpy.asfarray': 'Use `np.asarray` with `dtype=float`.',
    'numpy.bool8': 'numpy.bool_',
    'numpy.byte_bounds': 'Use `np.lib.array_utils.byte_bounds`, which NumPy has since 2.0.',
    'numpy.cast': 'Use `np.asarray(arr, dtype=dtype)`.',
    'numpy.cfloat': 'numpy.complex128',
    'numpy.clongfloat': 'numpy.clongdouble',
    'numpy.compare_chararrays': 'numpy.char.compare_chararrays',
    'numpy.compat': 'Delete it: Python 2 is not supported.',
    'numpy.complex_': 'numpy.complex128',
    'numpy.cumproduct': 'numpy.cumprod',
    'numpy.DataSource': 'numpy.lib.npyio.DataSource',
    'numpy.deprecate': 'Use `warnings.warn` with `DeprecationWarning`.',
    'numpy.deprecate_with_doc': 'Use `warnings.warn` with `DeprecationWarning`.',
    'numpy.disp': 'Use `print`.',
    'numpy.fastCopyAndTranspose': 'Use `arr.T.copy()`.',
    'numpy.find_common_type': 'Use `np.promote_types` or `np.result_type`.',
    'numpy.float_': 'numpy.float64',
    'numpy.format_parser': 'numpy.rec.format_parser',
    'numpy.get_array_wrap': 'Delete it: it was internal.',
    'numpy.geterrobj': 'Use the context manager `np.errstate`.',
    'numpy.Inf': 'numpy.inf',
    'numpy.Infinity': 'numpy.inf',
    'numpy.infty': 'numpy.inf',
    'numpy.issctype': 'Use `issubclass(rep, np.generic)`.',
    'numpy.issubclass_': 'Use `issubclass`.',
    'numpy.issubsctype': 'numpy.issubdtype',
    'numpy.longcomplex': 'numpy.clongdouble',
    'numpy.longfloat': 'numpy.longdouble',
    'numpy.lookfor': 'Search the documentation of NumPy.',
    'numpy.mat': 'numpy.asmatrix',
    'numpy.maximum_sctype': 'Name the dtype.',
    'numpy.msort': 'Use `np.sort(arr, axis=0)`.',
    'numpy.NaN': 'numpy.nan',
    'numpy.NAN': 'numpy.nan',
    'numpy.nbytes': 'Use `np.dtype(<dtype>).itemsize`.',
    'numpy.NINF': 'Use `-np.inf`.',
    'numpy.NZERO': 'Use `-0.0`.',
    'numpy.obj2sctype': 'Use `np.dtype(obj).type`.',
    'numpy.PINF': 'numpy.inf',
    'numpy.product': 'numpy.prod',
    'numpy.PZERO': 'Use `0.0`.',
    'numpy.recfromcsv': 'Use `np.genfromtxt` with `delimiter=","`.',
    'numpy.recfromtxt': 'numpy.genfromtxt',
    'numpy.round_': 'numpy.round',
    'numpy.safe_eval': 'Use `ast.literal_eval`.',
    'numpy.sctype2char': 'Use `np.dtype(obj).char`.',
    'numpy.sctypes': 'Name the dtypes.',
    'numpy.set_numeric_ops': 'Define `__array_ufunc__` instead.',
    'numpy.set_string_function': 'Use `np.set_printoptions` with a formatter.',
    'numpy.seterrobj': 'Use the context manager `np.errstate`.',
    'numpy.singlecomplex': 'numpy.complex64',
    'numpy.sometrue': 'numpy.any',
    'numpy.source': 'Use `inspect.getsource`.',
    'numpy.string_': 'numpy.bytes_',
    'numpy.tracemalloc_domain': 'numpy.lib.tracemalloc_domain',
    'numpy.unicode_': 'numpy.str_',
    'numpy.who': 'Use `locals()`.',
  }),
  ...moved({ ...GONE_2, since: [1, 25] }, 'numpy', 'numpy.exceptions', EXCEPTIONS),
  ...namesOf(GONE_2_4, {
    'numpy.in1d': 'numpy.isin',
    'numpy.trapz': 'Use `np.trapezoid` from NumPy 2.0 on, or `scipy.integrate.trapezoid`.',
    'numpy.linalg.linalg': 'Take the name from `numpy.linalg`.',
    'numpy.fft.helper': 'Take the name from `numpy.fft`.',
  }),
  ...namesOf(
    { since: [2, 0] },
    {
      'numpy.row_stack': 'numpy.vstack',
      'numpy.chararray': 'numpy.char.chararray',
      // 2.x warns and still has it.
      'numpy.core': 'Take the name from `numpy` itself: `numpy.core` was private and is `numpy._core`.',
    },
  ),
];

export const numpy: Library = {
  id: 'numpy',
  title: 'NumPy',
  distributions: ['numpy'],
  imports: ['numpy'],
  names: new Map(NAMES),
  keywords: [
    { ...GONE_2_4, callee: QUANTILES, keyword: 'interpolation', to: 'method' },
    {
      ...GONE_2_4,
      callee: /^numpy\.reshape$/,
      keyword: 'newshape',
      advice: 'Pass the shape as the second argument, without a name.',
    },
    { ...GONE_2_4, callee: /^numpy\.save$/, keyword: 'fix_imports', advice: 'Delete it.' },
  ],
  members: ['newbyteorder', 'ptp'].map((member) => ({
    ...GONE_2,
    receiver: /^numpy\.(array|asarray|zeros|ones|empty|arange|linspace|full)$/,
    member,
    advice: member === 'ptp' ? 'Use `np.ptp(arr)`.' : 'Use `arr.view(arr.dtype.newbyteorder(order))`.',
  })),
  aliases: { gone: { ruff: ['NPY001', 'NPY003', 'NPY201'] }, deprecated: { ruff: ['NPY003', 'NPY201'] } },
};
