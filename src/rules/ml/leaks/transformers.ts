import type { PythonCall } from '../../../documents/python.ts';

/** What it learns depends on all rows it sees. Encoders of categories and stateless transformers are left out. */
const LEARNS_ROWS =
  /^sklearn\.(preprocessing(\._\w+)?\.(StandardScaler|MinMaxScaler|RobustScaler|MaxAbsScaler|QuantileTransformer|PowerTransformer|KBinsDiscretizer|SplineTransformer|TargetEncoder)|impute\.\w+|decomposition\.\w+|feature_selection\.(Select\w+|RFE|RFECV|SequentialFeatureSelector)|feature_extraction\.text\.Tfidf\w+|discriminant_analysis\.\w+)$|^category_encoders\.(\w+\.)?(Target|LeaveOneOut|CatBoost|James\w+|MEstimate|WOE)\w*$|^imblearn\.(over_sampling|under_sampling|combine)\.\w+$/;

/** The class whose method is called: of `scaler.fit(x)` after `scaler = StandardScaler()`, or of `StandardScaler().fit(x)`. */
export function classOf(call: PythonCall): string | undefined {
  return /^([\w.]+)\(\)\.\w+$/.exec(call.resolved)?.[1] ?? call.receiver;
}

/** Whether a call teaches a transformer that learns from all rows. */
export function learnsFromRows(call: PythonCall): boolean {
  return /\.(fit|fit_transform|fit_resample|partial_fit)$/.test(call.callee) && LEARNS_ROWS.test(classOf(call) ?? '');
}
