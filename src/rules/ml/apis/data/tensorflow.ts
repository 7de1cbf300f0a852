import { namesOf } from '../names-of.ts';
import type { Library } from '../outdated.ts';

const GONE = { gone: [2, 0] } as const;
const COMPAT = 'It is in `tf.compat.v1`; best say it as TensorFlow 2 does, without sessions and graphs.';
const ONLY_COMPAT =
  'Session InteractiveSession ConfigProto GPUOptions placeholder placeholder_with_default get_variable variable_scope get_default_graph reset_default_graph global_variables_initializer initialize_all_variables local_variables_initializer global_variables trainable_variables get_collection add_to_collection disable_eager_execution enable_eager_execution app flags logging layers summary.FileWriter summary.merge_all train.AdamOptimizer train.GradientDescentOptimizer train.MomentumOptimizer train.RMSPropOptimizer train.Saver train.get_or_create_global_step assign assign_add sparse_placeholder sparse_tensor_to_dense';

/** https://www.tensorflow.org/guide/migrate/upgrade */
export const tensorflow: Library = {
  id: 'tensorflow',
  title: 'TensorFlow',
  distributions: ['tensorflow', 'tensorflow-cpu', 'tensorflow-gpu'],
  images: /(^|\/)tensorflow\/tensorflow$/,
  imports: ['tensorflow'],
  names: new Map([
    ...namesOf(GONE, {
      'tensorflow.contrib': 'It has no place in TensorFlow 2: use TensorFlow Addons, Probability, or Keras.',
      'tensorflow.set_random_seed': 'tensorflow.random.set_seed',
      'tensorflow.log': 'tensorflow.math.log',
      'tensorflow.random_uniform': 'tensorflow.random.uniform',
      'tensorflow.random_normal': 'tensorflow.random.normal',
      'tensorflow.truncated_normal': 'tensorflow.random.truncated_normal',
      'tensorflow.py_func': 'Use `tf.numpy_function` or `tf.py_function`.',
      'tensorflow.Print': 'tensorflow.print',
      'tensorflow.to_float': 'Use `tf.cast(x, tf.float32)`.',
      'tensorflow.to_int32': 'Use `tf.cast(x, tf.int32)`.',
      'tensorflow.to_int64': 'Use `tf.cast(x, tf.int64)`.',
      'tensorflow.div': 'Use `/` or `//`.',
      'tensorflow.gfile': 'Use `tf.io.gfile`.',
    }),
    ...ONLY_COMPAT.split(' ').map((name) => [`tensorflow.${name}`, { ...GONE, advice: COMPAT }] as const),
  ]),
  keywords: [],
  members: [],
  aliases: { gone: {}, deprecated: {} },
};
